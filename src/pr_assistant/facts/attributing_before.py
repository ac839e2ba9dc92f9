"""Whose quoted words are, by what stands before them in their sentence."""

from __future__ import annotations

import re

from pr_assistant.facts.contacts import cut
from pr_assistant.facts.models import Person, Slice
from pr_assistant.facts.saying import CALLING, SAYING
from pr_assistant.facts.voices import Voices
from pr_assistant.quotations import inner
from pr_assistant.sentences import Span

Found = tuple[Person, str | None, Slice | None]
"""The speaker, the verb of saying and where the speaker is named."""
_VERB = re.compile(rf"\b(?P<verb>{SAYING}|Said)\b(?!\s+by\b)")
_CALLING = re.compile(rf"\b(?P<verb>{CALLING})\b(?!\s+by\b)")
_OF_OTHERS = re.compile(
    r"\b(?:charges?|counts?|chants?|slogans?|mott?o(?:e?s)?|cr(?:y|ies)|accusations?|allegations?)\s+"
    r"(?:of\s+|that\s+)?$|\b(?:to|that|which)\s+reads?\s*:?\s*$"
)
"""Before what others say, whatever is thought of it: "hopes to escape a charge of"."""
_ONLY_NAME = re.compile(r"(?:,[^:.!?“”\"]{2,90})?:\s*")
_WORD = re.compile(r"\w")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being)\s+(?:\w+ly\s+)?$")
"""Before a verb of which the subject hears and does not speak: "he was told that"."""
_PROGRAMME = re.compile(
    r"\s*(?:[,(–—|-]\s*)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d\d?[.:]\d\d"
    r"|\d\d? (?:a\.?m|p\.?m)\b|(?:Hall|Room|Stage)\s)"
)
"""Behind the title of a talk: when and where it is given."""
_ADJACENT = re.compile(r"(?:\s+(?:that|how))?\s*[,:–—]?\s*")
_RELATES = re.compile(r"(?:which|who|and|but|or|where|because)\s")
_INVERTED = re.compile(r",\s")
_PARTICIPLE = re.compile(r",\ssaying")
"""What the subject of a sentence does besides: "declined to comment, saying only that"."""
_HE_OPENS = re.compile(r"([Hh]e|[Ss]he)\s")
_TITLE = re.compile(r"[^.;:“”\"]{1,90}")
_BEHIND = re.compile(r"(?:,[^.;:“”\"]{2,80})?:\s*")
_HERS = re.compile(r"\b([Ss]he|[Hh]e|her|his|him)\b[^.;:]*:\s*$")
_HE = {"she": "she", "her": "she", "he": "he", "his": "he", "him": "he"}
_WORDING = re.compile(r"\b[Ii]n (his|her) (?:own )?words,?:?\s+$")
_THROUGH = re.compile(r"\s+(?:through|via)\s+")
""" "the fund said through its partner, Jane Roe, that"."""
_FOR = re.compile(r"(?:For|To)\s+")
_ACCORDING = re.compile(r"\b(?:according to|in the words of)\s+", re.IGNORECASE)


def by_lead(voices: Voices, lead: Span, mark: Span, begin: int) -> Found | None:
    """The speaker by the words before a quotation in its sentence; `begin`: where they begin."""
    text = voices.text
    words = text[slice(*inner(text, mark))]
    verbs = [
        v for v in _VERB.finditer(text, lead.start, mark.start)
        if not _PASSIVE.search(text, lead.start, v.start())
    ]  # fmt: skip
    if is_fragment(words) and not (verbs and voices.subject(lead.start, verbs[-1].start())):
        calling = list(_CALLING.finditer(text, lead.start, mark.start))
        if calling and _OF_OTHERS.search(text, calling[-1].end(), mark.start):
            return None
        if calling and (not verbs or voices.subject(lead.start, calling[-1].start())):
            verbs = calling
    named = voices.within(lead.start, mark.start)
    if not verbs and _PROGRAMME.match(text, mark.end):
        return None  # 'Jane Roe: "What rain costs" – Tuesday, 9.30'
    if (
        not verbs
        and named
        and _ONLY_NAME.fullmatch(text, named[0][0].end, mark.start)
        and not _WORD.search(text[lead.start : named[0][0].start][:-5])
    ):
        return named[0][1], None, cut(text, *named[0][0])  # 'Jane Doe, Acme: "..."'
    if (
        not verbs
        and named
        and named[0][0].start - lead.start < 90
        and re.fullmatch(r"[^.;]*:\s*", text[named[0][0].end : mark.start])
        and words[:1].isupper()
        and not re.search(r"\b(?:and|or|of|with|by|to)\s+$", text[lead.start : named[0][0].start])
    ):
        return named[0][1], None, cut(text, *named[0][0])  # 'X was more cautious: "..."'
    pronoun = _HERS.search(text, *lead) if not verbs and not named and words[:1].isupper() else None
    if pronoun and (person := voices.antecedent(lead.start, _HE[pronoun[1].lower()])):
        return person, None, cut(text, *pronoun.span(1))  # 'What worried her was: "..."'
    wording = _WORDING.search(text, lead.start, mark.start)
    if wording and (person := voices.antecedent(wording.start(1), _HE[wording[1].lower()])):
        return person, None, cut(text, *wording.span(1))  # 'The bank is, in her words, "..."'
    view = _FOR.match(text, *lead)
    if (
        view
        and named
        and named[0][0].start - view.end() < 12
        and text[named[0][0].end] == ","
        and is_fragment(words)
    ):
        return named[0][1], None, cut(text, *named[0][0])  # 'For X, it is "only a start"'
    if according := _ACCORDING.search(text, lead.start, mark.start):
        mentions = voices.within(according.end(), mark.start)
        whole = re.search(r"[,:]\s*$", text[lead.start : mark.start])
        opens = is_fragment(words) and (
            according.start() == lead.start
            or (mentions and not re.search(r"[.;]\s", text[mentions[-1][0].end : mark.start]))
        )
        if mentions and (whole or opens):
            return mentions[0][1], "according to", cut(text, *mentions[0][0])
    if not verbs:
        return None
    verb = verbs[-1]
    direct = bool(_ADJACENT.fullmatch(text, verb.end(), mark.start)) or (
        re.search(r"[:,]\s*$", text[verb.end() : mark.start]) is not None
        and len(text[verb.end() : mark.start]) < (400 if text[mark.start - 2] == ":" else 100)
    )
    if not direct and not is_fragment(words):
        return None
    subject = voices.subject(lead.start, verb.start())
    goes_on = _RELATES.match(words) and text[verb.end() : mark.start].strip() == ","
    if subject is None and (goes_on or not _ADJACENT.fullmatch(text, verb.end(), mark.start)):
        for earlier in reversed(verbs[:-1]):  # "X said that she had asked for a hull of “…”"
            if subject := voices.subject(lead.start, earlier.start()):
                verb = earlier
                break
    if subject is None and _PARTICIPLE.fullmatch(text, verb.start() - 2, verb.end()):
        subject = _opening(voices, lead.start, verb.start())
    if subject is None and (behind := _named_behind(voices, verb, mark)):
        subject = behind
    if subject is None and verb.start() - lead.start < 3:  # 'Said Jane Doe: "..."'
        mentions = voices.within(verb.end(), mark.start)
        subject = (mentions[0][1], mentions[0][0]) if mentions else None
    if subject is None and (through := _THROUGH.match(text, verb.end())):
        mentions = voices.within(through.end(), min(mark.start, through.end() + 60))
        subject = (mentions[0][1], mentions[0][0]) if mentions else None
    if subject is None:
        return None
    return subject[0], verb["verb"], cut(text, *subject[1])


def _opening(voices: Voices, start: int, end: int) -> tuple[Person, Span] | None:
    """Whose a participle is: the one who opens the sentence, if nobody else is named."""
    if pronoun := _HE_OPENS.match(voices.text, start, end):
        person = voices.antecedent(start, pronoun[1].lower())
        return (person, Span(*pronoun.span(1))) if person else None
    named = voices.speakers_within(start, end)
    if not named or named[0][0].start - start > 60 or len({id(p) for _, p in named}) > 1:
        return None
    return named[0][1], named[0][0]


def _named_behind(voices: Voices, verb: re.Match[str], mark: Span) -> tuple[Person, Span] | None:
    """Who speaks in "The yard was full, stressed its head, Jane Roe: “…”"."""
    named = voices.speakers_within(verb.end(), mark.start)
    if not named or not _INVERTED.search(voices.text, verb.start() - 2, verb.start()):
        return None
    span, person = named[0]
    title = _TITLE.fullmatch(voices.text, verb.end(), span.start)
    closes = _BEHIND.fullmatch(voices.text, span.end, mark.start)
    return (person, span) if title and closes else None


def is_fragment(words: str) -> bool:
    """Whether quoted words within a reported clause are somebody's, not the name of a thing."""
    parts = words.split()
    return len(parts) >= 2 and (parts[0][0].islower() or parts[0][0].isdigit())
