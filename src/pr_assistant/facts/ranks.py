"""Ranks: "54th", "second in Hong Kong", "No. 4", "top 30", "third-largest"."""

from __future__ import annotations

import re

from pr_assistant.facts import phrases
from pr_assistant.facts.amounts import Amount
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.layout import Layout, Taken
from pr_assistant.facts.models import Figure
from pr_assistant.facts.numbers import (
    ORDINAL,
    ORDINAL_NUMBERS,
    WORDS,
    ordinal,
    value,
)
from pr_assistant.sentences import Span

_RANK = re.compile(
    rf"(?<![\w-])(?:(?P<super>{ORDINAL})[-\s](?:best|most|[a-z]+est)\b"
    rf"|(?P<ord>{ORDINAL})(?![\w])(?!-)"
    r"|(?P<number>(?:[Nn]o\.?|#|number)\s?(?P<digits>\d+|one|two|three)\b)"
    rf"|(?P<top>[Tt]op)[\s-](?P<of>\d+|{WORDS})(?=[\s.,;])(?!\s*%|\s+per\s?cent))"
)
_RANKED = re.compile(
    r"\b(?:rank(?:s|ed|ing|ings)?|placed|places|position(?:ed)?|league|climb(?:s|ed)|risen|rose"
    r"|index|rated|came|finish(?:ed|es)?|stands|standing)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\s*(?:globally|worldwide|nationally|internationally|overall|in (?:the )?(?:[A-Z]|world"
    r"|world’s"
    r"|world's|country|region|nation|state|Asia|Europe)|among|out of|place\b|position\b|for\b|by\b"
    r"|of \d"
    r"|and\b|,|\.|;|in\b|from\b|a year\b|last year\b|the year\b)"
)


_IN_TABLE = re.compile(
    r"\s+in (?:the|its) (?:\w+ )?(?:table|league|standings|ranking|championship)\b"
)
_AMONG = re.compile(
    r"\s+(?:among|worldwide|globally|nationally|in (?:the )?(?:[A-Z]|world|country))"
)


_RANK_WORDS = frozenset({*ORDINAL_NUMBERS, "top", "no", "number"})
_IN_DIGITS = re.compile(r"\d(?:st|nd|rd|th)\b|#")


def may_rank(text: str, sentence: Span, words: frozenset[str]) -> bool:
    """Whether `find_ranks` may find any: quick to tell from the words of a sentence."""
    return not _RANK_WORDS.isdisjoint(words) or bool(_IN_DIGITS.search(text, *sentence))


def find_ranks(text: str, sentence: Span, taken: Taken) -> list[Amount]:
    """The ranks in a sentence, in order."""
    found: list[Amount] = []
    for match in _RANK.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        if taken.overlap(start, end):
            continue
        if word := match["super"]:
            stop = end
            if ordinal(word) > 1:
                found.append(Amount(start, stop, ordinal(word), "rank", "rank"))
        elif word := match["ord"]:
            rest = text[end : min(end + 40, sentence.end)]
            lead = text[max(sentence.start, start - 160) : start]
            ranked = _RANKED.search(lead) or found
            table = re.search(r"\b(?:is|are|was|were|lies?|stands?|sits?|now|currently)\s+$", lead)
            if (
                (table and _IN_TABLE.match(rest))
                or (
                    ranked
                    and _PLACE.match(rest + ".")
                    and not re.search(r"\b(?:the|a|its|their|our|every|each)\s+$", lead[-8:])
                )
                or (re.match(r"[ -](?:place|position)\b", rest) and ordinal(word) > 1)
                or (
                    word[0].isdigit()
                    and _AMONG.match(rest)
                    and not re.search(
                        r"\b(?:the|a|its|their|our|every|each|on|until|from)\s+$", lead
                    )
                )
            ):
                found.append(Amount(start, end, ordinal(word), "rank", "rank"))
        elif match["digits"]:
            if match["number"][0] in "#" or re.search(
                r"\b(?:the|world['’]s|country['’]s|ranked|rated|position|as|is|was|at)\s+$",
                text[max(0, start - 12) : start], re.I,
            ) or _AMONG.match(text, end):  # fmt: skip
                found.append(Amount(start, end, value(match["digits"]), "rank", "rank"))
        elif match["top"]:
            found.append(Amount(start, end, value(match["of"]), "rank", "top"))
    return found


def is_rank(text: str, sentence: Span, core: Amount) -> bool:
    """Whether a range of plain numbers is one of ranks: "placed 301–350 in the ranking"."""
    return bool(
        _RANKED.search(text, max(sentence.start, core.start - 60), core.start)
        and re.match(r"\s+(?:in|among|worldwide|globally)\b", text[core.end : core.end + 12])
    )


def as_rank(layout: Layout, sentence: Span, core: Amount) -> Figure:
    """The figure that a rank is, with what it is a rank among."""
    text = layout.text
    after = re.compile(
        r"\s*(globally|worldwide|nationally|internationally|overall"
        r"|(?:in|among|out of|of)\s+[^.,;]+?)(?=\s+and\b|[.,;)]|$)"
    ).match(text, core.end, sentence.end)
    qualifier = "top" if core.kind == "top" else None
    measures = cut(text, *after.span(1)) if after else None
    if not after and (stop := phrases.noun_phrase(text, core.end, sentence.end)) > core.end:
        stop = phrases.with_complement(text, stop, sentence.end)
        begin = core.end
        while text[begin].isspace():
            begin += 1
        measures = cut(text, begin, stop)
    return Figure(
        core.start, core.end, text[core.start : core.end], core.value, "rank", qualifier, measures
    )
