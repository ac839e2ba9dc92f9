"""Whose the words between quotation marks are, by what stands before and behind them."""

from __future__ import annotations

import re

from pr_assistant.facts.contacts import cut
from pr_assistant.facts.layout import sentences_of
from pr_assistant.facts.models import Person, Slice
from pr_assistant.facts.saying import SAYING
from pr_assistant.facts.voices import APPOSITION, Voices
from pr_assistant.quotations import inner
from pr_assistant.sentences import Span

_VERB = re.compile(rf"\b(?P<verb>{SAYING}|Said)\b")
_VERB_FIRST = re.compile(rf"\s*[,–—-]?\s*(?P<verb>{SAYING})\b")
_ACCORDING = re.compile(r"\b(?:according to|in the words of)\s+", re.IGNORECASE)
_TITLE_STOP = re.compile(r"(?<=\b[A-Z])\.|\b(?:[A-Z][\w-]{1,5}|h\.\s?c|[\w-]*-(?:Prof|Ing|Kfm))\.")
"""Full stops of titles before a name: "said Sen. Jane Roe"."""
_ONLY_NAME = re.compile(r"(?:,[^:.!?“”\"]{2,90})?:\s*")
_WORD = re.compile(r"\w")
_AND = re.compile(r"(?:,[^.;“”\"]{2,80},)?\s+and\s+(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s*)?")
_SIGNED = re.compile(r"\s*[–—-]{1,2}\s*(?=[^\W\d_])|[ \t]*\n[ \t]*(?=[A-Z])")
_TAIL_ENDS = re.compile(
    r"\s*(?:[.,:;]|$|(?:in|at|on|to|during|after|of|today|yesterday|when|as)\b)"
)
"""What stands behind the verb of a tail that reports nothing of its own."""
_PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being)\s+(?:\w+ly\s+)?$")
"""Before a verb of which the subject hears and does not speak: "he was told that"."""
_MAX_FRAME = 160
_SAID = re.compile(rf"\b{SAYING}\b")
_HERS = re.compile(r"\b([Ss]he|[Hh]e|her|his|him)\b[^.;:]*:\s*$")
_HE = {"she": "she", "her": "she", "he": "he", "his": "he", "him": "he"}
_WORDING = re.compile(r"\b[Ii]n (his|her) (?:own )?words,?:?\s+$")
_FOR = re.compile(r"(?:For|To)\s+")
_CALLING = re.compile(
    r"\b(?P<verb>called|calls|calling|dubbed|termed|labelled|spoke of|speaks of|considered"
    r"|considers"
    r"|found|finds|judged|welcomed|welcomes|praised|praises|criticised|criticized|dismissed|rejected"
    r"|thought|preferred|hoped|hopes|regretted|regrets|talked of|talks of|referred to|refers to"
    r"|blamed|blames"
    r"|characteri[sz]ed|characteri[sz]es|defended|deplored|mocked|ridiculed"
    r"|hailed|condemned|branded|likened|compared|thanked)\b"
)


Found = tuple[Person, str | None, Slice | None]
"""The speaker, the verb of saying and where the speaker is named."""


class Attribution:
    """Finds the speaker of quoted words."""

    def __init__(self, voices: Voices) -> None:
        self.voices = voices
        self.text = voices.text

    def of(self, begin: int, mark: Span, following: int, paragraph: Span) -> Found | None:
        before = sentences_of(self.text, begin, mark.start)
        if before and (found := self.by_lead(before[-1], mark, begin)):
            return found
        if found := self._by_tail(mark, following, paragraph):
            return found
        for sentence in reversed(before[-3:] if _are_complete(self.text, before) else []):
            if found := self._by_sentence_before(sentence, mark):
                return found
            if self.voices.within(*sentence):
                return None
        if before:
            return None
        return self._by_signature(mark)

    def _by_signature(self, mark: Span) -> Found | None:
        """A quotation set apart, signed below or behind it: "– Jane Roe, chief executive"."""
        gap = _SIGNED.match(self.text, mark.end)
        signed = self.voices.within(gap.end(), gap.end() + _MAX_FRAME) if gap else []
        if gap is None or not signed or self.text.find("\n", gap.end(), signed[0][0].start) >= 0:
            return None
        if signed[0][0].start - gap.end() > 12:
            return None
        return signed[0][1], None, cut(self.text, *signed[0][0])

    def _by_sentence_before(self, before: Span, mark: Span) -> Found | None:
        """A quotation that stands alone behind a sentence that reports what its speaker said."""
        text = self.text
        if text[before.end - 1] != "." or _is_fragment(text[slice(*inner(text, mark))]):
            return None
        for verb in (*_SAID.finditer(text, *before), *_CALLING.finditer(text, *before)):
            if subject := self.voices.subject(before.start, verb.start()):
                return subject[0], None, cut(text, *subject[1])
        return None

    def by_lead(self, lead: Span, mark: Span, begin: int) -> Found | None:
        text = self.text
        words = text[slice(*inner(text, mark))]
        verbs = [
            v for v in _VERB.finditer(text, lead.start, mark.start)
            if not _PASSIVE.search(text, lead.start, v.start())
        ]  # fmt: skip
        if not verbs and _is_fragment(words):
            verbs = list(_CALLING.finditer(text, lead.start, mark.start))
        named = self.voices.within(lead.start, mark.start)
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
            and not re.search(
                r"\b(?:and|or|of|with|by|to)\s+$", text[lead.start : named[0][0].start]
            )
        ):
            return named[0][1], None, cut(text, *named[0][0])  # 'X was more cautious: "..."'
        pronoun = (
            _HERS.search(text, *lead) if not verbs and not named and words[:1].isupper() else None
        )
        if pronoun and (person := self.voices.antecedent(lead.start, _HE[pronoun[1].lower()])):
            return person, None, cut(text, *pronoun.span(1))  # 'What worried her was: "..."'
        wording = _WORDING.search(text, lead.start, mark.start)
        if wording and (
            person := self.voices.antecedent(wording.start(1), _HE[wording[1].lower()])
        ):
            return person, None, cut(text, *wording.span(1))  # 'The bank is, in her words, "..."'
        view = _FOR.match(text, *lead)
        if (
            view
            and named
            and named[0][0].start - view.end() < 12
            and text[named[0][0].end] == ","
            and _is_fragment(words)
        ):
            return named[0][1], None, cut(text, *named[0][0])  # 'For X, it is "only a start"'
        if according := _ACCORDING.search(text, lead.start, mark.start):
            mentions = self.voices.within(according.end(), mark.start)
            whole = re.search(r"[,:]\s*$", text[lead.start : mark.start])
            opens = _is_fragment(words) and (
                according.start() == lead.start
                or (mentions and not re.search(r"[.;]\s", text[mentions[-1][0].end : mark.start]))
            )
            if mentions and (whole or opens):
                return mentions[0][1], "according to", cut(text, *mentions[0][0])
        if not verbs:
            return None
        verb = verbs[-1]
        direct = bool(
            re.fullmatch(r"(?:\s+(?:that|how))?\s*[,:–—]?\s*", text[verb.end() : mark.start])
        ) or (
            re.search(r"[:,]\s*$", text[verb.end() : mark.start]) is not None
            and len(text[verb.end() : mark.start]) < (400 if text[mark.start - 2] == ":" else 100)
        )
        if not direct and not _is_fragment(words):
            return None
        subject = self.voices.subject(lead.start, verb.start())
        if subject is None and verb.start() - lead.start < 3:  # 'Said Jane Doe: "..."'
            mentions = self.voices.within(verb.end(), mark.start)
            subject = (mentions[0][1], mentions[0][0]) if mentions else None
        if subject is None:
            return None
        return subject[0], verb["verb"], cut(text, *subject[1])

    def _by_tail(self, mark: Span, following: int, paragraph: Span) -> Found | None:
        text = self.text
        tail_end = min(following, paragraph.end, mark.end + _MAX_FRAME + 120)
        tails = sentences_of(text, mark.end, tail_end)
        if (
            not tails
            or text[mark.end : tails[0].start].strip()
            or "\n\n" in text[mark.end : tails[0].start]
        ):
            return None
        tail = tails[0]
        closes = text[mark.end - 2] in ",?!…-—–." if mark.end - 2 > mark.start else False
        comma = text[mark.end : mark.end + 1] == ","
        dash = text[mark.end : mark.end + 2] in (" –", " —")
        if comma and not closes and _is_name(text[slice(*inner(text, mark))]):
            return None  # 'For "Meridian", Ms Roe said, there are plans.'
        spoken = re.match(r"\s+(?:said|says|according)\b", text[mark.end : mark.end + 12])
        if not (closes or comma or dash or spoken):
            return None
        if according := re.compile(r"\s*,?\s*according to\s+", re.I).match(
            text, mark.end, tail.end
        ):
            mentions = self.voices.speakers_within(according.end(), tail.end)
            return (
                (mentions[0][1], "according to", cut(text, *mentions[0][0])) if mentions else None
            )
        if verb := _VERB_FIRST.match(text, mark.end, tail.end):
            mentions = self.voices.speakers_within(verb.end(), tail.end)
            gap = _TITLE_STOP.sub("", text[verb.end() : mentions[0][0].start]) if mentions else ""
            if len(mentions) > 1 and _AND.fullmatch(text, mentions[0][0].end, mentions[1][0].start):
                return None  # two speak at once: neither alone
            if mentions and not re.search(r"[.;]\s|\bthat\b", gap):
                return mentions[0][1], verb["verb"], cut(text, *mentions[0][0])
            pronoun = re.compile(r"\s+(he|she|they)\b").match(text, verb.end(), tail.end)
            if pronoun and (person := self.voices.antecedent(mark.start, pronoun[1])):
                return person, verb["verb"], cut(text, *pronoun.span(1))
            return None
        verb = _VERB.search(text, mark.end, tail.end)
        if verb is None or (
            text[mark.end - 2] == "."
            and text[tail.start].isupper()
            and not _TAIL_ENDS.match(text, verb.end())
        ):
            return None
        if pronoun := re.compile(
            r"\s*,?\s*(he|she|they)\s+(?:also |then |later |further )?$"
        ).match(text, mark.end, verb.start()):
            person = self.voices.antecedent(mark.start, pronoun[1])
            return (person, verb["verb"], cut(text, *pronoun.span(1))) if person else None
        mentions = self.voices.within(mark.end, verb.start())
        if mentions and APPOSITION.fullmatch(text, mentions[0][0].end, verb.start()):
            lead = text[mark.end : mentions[0][0].start]
            if len(lead) < 100 and not re.search(r"\b(?:and|but|that|which|to|of the)\b", lead):
                return mentions[0][1], verb["verb"], cut(text, *mentions[0][0])
        return None


def _are_complete(text: str, before: list[Span]) -> bool:
    """Whether the sentences before a quotation are complete, so that it stands alone."""
    return bool(before) and text[before[-1].end - 1] == "."


def _is_name(words: str) -> bool:
    """Whether quoted words are the name of a thing: one to three, all with capitals."""
    parts = words.split()
    return len(parts) <= 3 and all(part[:1].isupper() for part in parts) and words[-1:].isalnum()


def _is_fragment(words: str) -> bool:
    """Whether quoted words within a reported clause are somebody's, not the name of a thing."""
    parts = words.split()
    return len(parts) >= 2 and (parts[0][0].islower() or parts[0][0].isdigit())
