"""Whose quoted words are, by what stands behind them: "…,” said Jane Roe."."""

from __future__ import annotations

import re

from pr_assistant.facts.attributing_before import Found
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.layout import sentences_of
from pr_assistant.facts.saying import SAYING
from pr_assistant.facts.voices import APPOSITION, Voices
from pr_assistant.quotations import inner
from pr_assistant.sentences import Span

_VERB = re.compile(rf"\b(?P<verb>{SAYING}|Said)\b")
_VERB_FIRST = re.compile(rf"\s*[,–—-]?\s*(?P<verb>{SAYING})\b")
_TITLE_STOP = re.compile(r"(?<=\b[A-Z])\.|\b(?:[A-Z][\w-]{1,5}|h\.\s?c|[\w-]*-(?:Prof|Ing|Kfm))\.")
"""Full stops of titles before a name: "said Sen. Jane Roe"."""
_AND = re.compile(r"(?:,[^.;“”\"]{2,80},)?\s+and\s+(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s*)?")
_TAIL_ENDS = re.compile(
    r"\s*(?:[.,:;]|$|(?:in|at|on|to|during|after|of|today|yesterday|when|as)\b)"
)
"""What stands behind the verb of a tail that reports nothing of its own."""
_SHORT_FORM = re.compile(r"\b[A-Z][a-z]{1,4}\.\)?$")
"""What a tail is cut at that goes on: "said Assoc. Prof. Jane Roe"."""
_WORDING = re.compile(r"\s*,?\s*in\s+(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?")
_HER_WORDS = re.compile(r"\s*,?\s*in (her|his) (?:own )?words\b")
_OWN_WORDS = re.compile(r"[’']s?\s+(?:own\s+)?words\b")
_SOURCE = re.compile(r"\s*,?\s*(?:according to|in the words of)\s+", re.IGNORECASE)
_MANNER = re.compile(
    r",?\s+(?:as|is how|was how)\s+(?P<who>(?:he|she|they)\b|(?:[^,.;:“”\"]"
    r"|(?<=Dr)\.|(?<=M[rs])\.|(?<=Mrs)\.|(?<=Prof)\.){2,80}?)\s+"
    r"(?:(?:once|later|himself|herself)\s+)?"
    r"(?:puts? (?:it|this|that|things)|call(?:s|ed)|says|said|sum(?:s|med)|describe[sd]?"
    r"|explain(?:s|ed)|has (?:put|called|said))\b"
)
""" "“…”, as she puts it"."""
MAX_FRAME = 160


def by_tail(voices: Voices, mark: Span, following: int, paragraph: Span) -> Found | None:
    """The speaker by the words behind a quotation, up to the one that follows it."""
    text = voices.text
    tail_end = min(following, paragraph.end, mark.end + MAX_FRAME + 120)
    tails = sentences_of(text, mark.end, tail_end)
    if (
        not tails
        or text[mark.end : tails[0].start].strip()
        or "\n\n" in text[mark.end : tails[0].start]
    ):
        return None
    tail = tails[0]
    if len(tails) > 1 and _SHORT_FORM.search(text, *tail):
        tail = Span(tail.start, tails[1].end)
    closes = text[slice(*inner(text, mark))].rstrip()[-1:] in (*",?!…-—–.",)
    comma = text[mark.end : mark.end + 2].lstrip(" ")[:1] == ","
    dash = text[mark.end : mark.end + 2] in (" –", " —")
    if comma and not closes and _is_name(text[slice(*inner(text, mark))]):
        return None  # 'For "Meridian", Ms Roe said, there are plans.'
    spoken = re.match(
        r"\s+(?:said|says|according|is how|was how)\b", text[mark.end : mark.end + 12]
    )
    if not (closes or comma or dash or spoken):
        return None
    if according := _SOURCE.match(text, mark.end, tail.end):
        mentions = voices.speakers_within(according.end(), tail.end)
        return (mentions[0][1], "according to", cut(text, *mentions[0][0])) if mentions else None
    if verb := _VERB_FIRST.match(text, mark.end, tail.end):
        mentions = voices.speakers_within(verb.end(), tail.end)
        gap = _TITLE_STOP.sub("", text[verb.end() : mentions[0][0].start]) if mentions else ""
        if len(mentions) > 1 and _AND.fullmatch(text, mentions[0][0].end, mentions[1][0].start):
            return None  # two speak at once: neither alone
        if mentions and not re.search(r"[.;]\s|\bthat\b", gap):
            return mentions[0][1], verb["verb"], cut(text, *mentions[0][0])
        pronoun = re.compile(r"\s+(he|she|they)\b").match(text, verb.end(), tail.end)
        if pronoun and (person := voices.antecedent(mark.start, pronoun[1])):
            return person, verb["verb"], cut(text, *pronoun.span(1))
        return None
    if manner := _MANNER.match(text, mark.end, tail.end):
        if manner["who"] in ("he", "she", "they"):
            person = voices.antecedent(mark.start, manner["who"])
            return (person, None, cut(text, *manner.span("who"))) if person else None
        mentions = voices.within(*manner.span("who"))
        if mentions and mentions[-1][0].end == manner.end("who"):
            return mentions[-1][1], None, cut(text, *mentions[-1][0])
    if hers := _HER_WORDS.match(text, mark.end, tail.end):
        person = voices.antecedent(mark.start, "she" if hers[1] == "her" else "he")
        return (person, None, cut(text, *hers.span(1))) if person else None
    if wording := _WORDING.match(text, mark.end, tail.end):
        mentions = voices.within(wording.end(), tail.end)
        if mentions and _OWN_WORDS.match(text, mentions[0][0].end):
            return mentions[0][1], None, cut(text, *mentions[0][0])
    verb = _VERB.search(text, mark.end, tail.end)
    if verb is None or (
        text[mark.end - 2] == "."
        and text[tail.start].isupper()
        and (
            not _TAIL_ENDS.match(text, verb.end())
            or (text.startswith(":", verb.end()) and mark.start > paragraph.start)
        )
    ):  # "“A,” said X. “B.” Roe said: “C.”"
        return None
    if pronoun := re.compile(r"\s*,?\s*(he|she|they)\s+(?:also |then |later |further )?$").match(
        text, mark.end, verb.start()
    ):
        person = voices.antecedent(mark.start, pronoun[1])
        return (person, verb["verb"], cut(text, *pronoun.span(1))) if person else None
    mentions = voices.within(mark.end, verb.start())
    if mentions and APPOSITION.fullmatch(text, mentions[0][0].end, verb.start()):
        lead = text[mark.end : mentions[0][0].start]
        title = mentions[0][1].title
        if title and mark.end <= title.start < title.end <= mentions[0][0].start:
            lead = text[mark.end : title.start]  # "founder and CEO Jane Roe said"
        if len(lead) < 100 and not re.search(r"\b(?:and|but|that|which|to|of the)\b", lead):
            return mentions[0][1], verb["verb"], cut(text, *mentions[0][0])
    return None


def _is_name(words: str) -> bool:
    """Whether quoted words are the name of a thing: one to three, all with capitals."""
    parts = words.split()
    return len(parts) <= 3 and all(part[:1].isupper() for part in parts) and words[-1:].isalnum()
