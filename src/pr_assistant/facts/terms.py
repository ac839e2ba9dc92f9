"""Short forms and what the release says they stand for: "Memorandum of Understanding (MoU)"."""

from __future__ import annotations

import re

from pr_assistant.facts.acronyms import expansion
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.models import Term
from pr_assistant.sentences import Span

_BRACKET = re.compile(
    r"\((?P<lead>(?:collectively|together|hereinafter|hereafter|the|or|each|an?|“|”|\"|,|\s"
    r"|referred to as"
    r"|also known as|known as|formerly|in short|abbreviated)*\s*)?"
    r"(?P<first>[^\s()\"“”][^()\"“”,;:>]{0,40}?)(?P<close>[\"”])?"
    r"(?:(?:,?\s+or|,)\s+(?:the\s+|an?\s+)?[\"“](?P<second>[^\"”()]{2,40})[\"”])?[.,]?"
    r"(?:[,;]\s+(?:stock|ticker|share|code|listed|symbol)[^()]{2,40})?\s*\)"
)
_ACRONYM = re.compile(r"[A-ZÀ-Þ][\w&.+/-]{0,11}(?:\s[A-Z0-9]\w{0,6})?")
_STOCK = re.compile(
    r"\b(?:NYSE|NASDAQ|Nasdaq|LSE|ASX|TSX|TSXV|HKEX|SEHK|SGX|AIM|Euronext|OTC\w*|Xetra|FRA|ISIN"
    r"|ticker"
    r"|BSE|NSE|JSE|OSE|STO|SIX|Reuters|Bloomberg)\b"
)
_NEVER = re.compile(r"(?:UK|US|USA|EU|UN|MP|MSP|Ltd|Inc|plc)$")


_TOGETHER = re.compile(
    r"\([“\"](?P<one>[^“”\"()]{2,40})[”\"],?\s+and,?\s+(?:collectively"
    r"|together)\s+with\s+[^()“”\"]{2,60},?\s+"
    r"(?:the\s+)?[“\"](?P<both>[^“”\"()]{2,40})[”\"]\)"
)
"""One bracket that names one of the parties, and all of them."""


_BEHIND_STOCK = re.compile(
    r"\([A-Za-z ]{2,20}:\s?[^()“”\";]{1,30}[;,]\s+(?:the\s+)?[“\"](?P<one>[^“”\"()]{2,40})[”\"]"
    r"(?:(?:,?\s+or|,)\s+(?:the\s+)?[“\"](?P<two>[^“”\"()]{2,40})[”\"])?\)"
)
"""A stock symbol and a name in one bracket: (NYSE: ABC; "Acme" or the "Company")."""


def read(text: str) -> tuple[Term, ...]:
    """Terms that a bracket defines, in order; stock symbols are none."""
    found: list[Term] = []
    for match in _TOGETHER.finditer(text):
        one, both = match.span("one"), match.span("both")
        whole = _defined(text, match.start(), found, match["one"])
        if whole:
            found.append(Term(*one, match["one"], cut(text, *whole)))
        found.append(Term(*both, match["both"], None))
    for match in _BEHIND_STOCK.finditer(text):
        whole = _defined(text, match.start(), found, match["one"])
        for group in ("one", "two"):
            if match[group]:
                expanded = cut(text, *whole) if whole else None
                found.append(Term(*match.span(group), match[group], expanded))
    for match in _BRACKET.finditer(text):
        if any(match.start() <= f.start < match.end() for f in found):
            continue
        if _STOCK.search(match.group()):
            continue
        quoted = bool(match["close"])
        for group in ("first", "second"):
            if match[group] is None:
                continue
            start, end = match.span(group)
            term = match[group].strip()
            end = start + len(match[group].rstrip(" .,"))
            if not term or "\n\n" in match.group():
                continue
            is_acronym = bool(_ACRONYM.fullmatch(term)) and sum(c.isupper() for c in term) >= 2
            if not (quoted or group == "second" or is_acronym):
                continue
            span = _quoted_before(text, match.start()) if quoted else None
            if span is None and is_acronym:
                span = expansion(text, match.start(), term)
            if _NEVER.match(term) and not (span and len(text[slice(*span)].split()) >= len(term)):
                continue
            if span is None and (quoted or group == "second"):
                span = _defined(text, match.start(), found, term)
            if span is not None and not any(f.term == text[start:end] for f in found):
                found.append(Term(start, end, text[start:end], cut(text, *span)))
    return tuple(sorted(found, key=lambda f: f.start))


_NAME = re.compile(
    r"(?:[A-ZÀ-Þ\d][\w’'&./+-]*|[a-z]+[A-Z]\w*)(?:,?\s+(?:of|and|the|for|&|de)"
    r"(?:\s+the)?\s+[A-ZÀ-Þ][\w’'&./+-]*"
    r"|,?\s+(?:[A-ZÀ-Þ\d][\w’'&./+-]*|plc)|\s+\([A-Z][\w’'. -]{1,20}\)(?=\s+[A-Z]))*\s*$"
)


_BOARD_OF = re.compile(
    r"(?:The\s+)?(?:Supervisory\s+|Executive\s+)?(?:Board|Directors|Management|Shareholders)"
    r"(?:\s+of\s+Directors)?\s+of\s+(?:the\s+)?"
)


def _quoted_before(text: str, bracket: int) -> Span | None:
    """A name in quotation marks right before a bracket."""
    quoted = _QUOTED.search(text, max(0, bracket - 140), bracket)
    return Span(*quoted.span(1)) if quoted else None


_QUOTED = re.compile(r"[“\"]([^“”\"]{4,120})[”\"]\s$")


def _defined(text: str, bracket: int, before: list[Term], term: str) -> Span | None:
    """The name that a bracket with a quoted term follows; a stock symbol may stand between."""
    sentence = max(text.rfind("\n\n", 0, bracket), 0)
    stop = bracket
    while stop and text[stop - 1] == " ":
        stop -= 1
    while text[stop - 1] == ")" and (opening := text.rfind("(", sentence, stop)) >= 0:
        stop = opening
        while stop and text[stop - 1] == " ":
            stop -= 1
    if term[:1].islower() and (common := before_words(text, stop)):
        return common
    last = before[-1].expansion if before else None
    if last and before[-1].start >= stop and last.end <= stop:
        return Span(last.start, last.end)
    window = text[max(sentence, stop - 120) : stop]
    match = None
    for candidate in re.finditer(r"(?<![\w’'])(?=[A-ZÀ-Þ\d])", window):
        match = _NAME.match(window, candidate.start())
        if match:
            break
    if match is None:
        return before_words(text, stop)
    begin = stop - len(window) + match.start()
    if board := _BOARD_OF.match(text, begin, stop):
        begin = board.end()
    lead = re.match(r"(?:The|A|An|In|At|On)\s+(?=[A-Z])", text[begin:stop])
    if lead and lead.group().strip() != "The":
        begin += lead.end()
    return Span(begin, stop)


def before_words(text: str, stop: int) -> Span | None:
    """The noun phrase in lower case that ends at `stop`, back to its article."""
    match = re.compile(
        r"\b(?:the|a|an|its|their)\s+((?:[\w’'-]+\s+){0,7}[\w’'-]+)$", re.IGNORECASE
    ).search(text, max(0, stop - 100), stop)
    return Span(match.start(1), stop) if match else None
