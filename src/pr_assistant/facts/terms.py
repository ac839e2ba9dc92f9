"""Short forms and what the release says they stand for: "Memorandum of Understanding (MoU)"."""

from __future__ import annotations

import re

from pr_assistant.facts.contacts import cut
from pr_assistant.facts.models import Term
from pr_assistant.sentences import Span

_BRACKET = re.compile(
    r"\((?P<lead>(?:collectively|together|hereinafter|hereafter|the|or|each|an?|“|”|\"|,|\s"
    r"|referred to as"
    r"|also known as|known as|formerly|in short|abbreviated)*\s*)?"
    r"(?P<first>[^\s()\"“”][^()\"“”,;:]{0,40}?)(?P<close>[\"”])?"
    r"(?:(?:,?\s+or|,)\s+(?:the\s+|an?\s+)?[\"“](?P<second>[^\"”()]{2,40})[\"”])?[.,]?\s*\)"
)
_ACRONYM = re.compile(r"[A-ZÀ-Þ][\w&.+/-]{0,11}(?:\s[A-Z0-9]\w{0,6})?")
_STOCK = re.compile(
    r"\b(?:NYSE|NASDAQ|Nasdaq|LSE|ASX|TSX|TSXV|HKEX|SEHK|SGX|AIM|Euronext|OTC\w*|Xetra|FRA|ISIN"
    r"|ticker"
    r"|BSE|NSE|JSE|OSE|STO|SIX|Reuters|Bloomberg)\b"
)
_WORD = re.compile(r"[^\W_][\w’'&./-]*")
_SMALL = frozenset(
    "of and for the in on to at by with a an de la du & und et y del di da do dos das des der den"
    " og".split()
)
_OPENERS = frozenset("A An In On At For By With This Our Its Under When As".split())
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
        whole = _defined(text, match.start(), found, match.start())
        if whole:
            found.append(Term(*one, match["one"], cut(text, *whole)))
        found.append(Term(*both, match["both"], None))
    for match in _BEHIND_STOCK.finditer(text):
        whole = _defined(text, match.start(), found, match.start())
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
            if not (quoted or group == "second" or is_acronym) or _NEVER.match(term):
                continue
            span = expansion(text, match.start(), term) if is_acronym else None
            if span is None and (quoted or group == "second"):
                span = _defined(text, match.start(), found, match.start())
            if span is not None and not any(f.term == text[start:end] for f in found):
                found.append(Term(start, end, text[start:end], cut(text, *span)))
    return tuple(sorted(found, key=lambda f: f.start))


def expansion(text: str, bracket: int, acronym: str) -> Span | None:
    """The words before a bracket whose letters, in order, the short form is made of."""
    letters = [c.lower() for c in acronym if c.isalnum()]
    begin = max(text.rfind("\n\n", 0, bracket), text.rfind(". ", 0, bracket - 1) + 1,
               text.rfind("(", 0, bracket) + 1, bracket - 140, 0)  # fmt: skip
    words = [Span(*m.span()) for m in _WORD.finditer(text, begin, bracket)][-12:]
    if not words or text[words[-1].end : bracket].strip(" .\n”\"’'"):
        return None
    if letters[-1].isdigit() and text[words[-1].start] != letters[-1]:
        letters = [c for c in letters if c.isalpha()]
    if not letters:
        return None
    best: Span | None = None
    for count in range(1, len(words) + 1):
        run = words[-count:]
        first = text[slice(*run[0])]
        if first[0].lower() != letters[0] or (first.lower() in _SMALL and first.lower() != "the"):
            continue
        initials = [
            part[0].lower()
            for word in run
            for part in re.split(r"[-/]|^[dlDL][’']", text[slice(*word)])
            if part and part.lower() not in _SMALL
        ]
        whole = "".join(part for part in initials)
        short = "".join(letters)
        with_small = "".join(text[w.start].lower() for w in run)
        if short in (whole, with_small) or short.rstrip("s") in (whole, with_small):
            best = Span(run[0].start, run[-1].end)
            break
        if best is None and _woven(letters, [text[slice(*w)].lower() for w in run]) and count > 1:
            capitals = sum(text[w.start].isupper() for w in run)
            if capitals >= max(
                1, len([w for w in run if text[slice(*w)].lower() not in _SMALL]) - 1
            ):
                best = Span(run[0].start, run[-1].end)
    if best is None:
        best = _loose(text, words, letters)
    elif not acronym.isupper():
        best = _whole_name(text, words, best)
    if best is None:
        return None
    if text[best.end] == "." and best.end < bracket:  # of "S.A."
        best = Span(best.start, best.end + 1)
    article = re.compile(r"[Tt]he\s+$").search(text, max(0, best.start - 5), best.start)
    before = text[article.start() - 1 : article.start()] if article else ""
    if article and text[article.start()] == "T" and before not in (
        ".", "\n"
    ) and text[max(0, article.start() - 2)] not in ".\n–—-:":  # fmt: skip
        return Span(article.start(), best.end)
    return best


def _whole_name(text: str, words: list[Span], span: Span) -> Span:
    """A name with the capitalised words before it that stand together with it."""
    start = span.start
    for word in reversed([w for w in words if w.end <= span.start]):
        written = text[slice(*word)]
        if text[word.end : start].strip() or not written[0].isupper() or written in _OPENERS:
            break
        start = word.start
    return Span(start, span.end)


def _loose(text: str, words: list[Span], letters: list[str]) -> Span | None:
    """A quoted or capitalised name that begins as its short form does and holds its letters."""
    run: list[Span] = []
    for word in reversed(words):
        part = text[slice(*word)]
        if not (part[0].isupper() or part.lower() in _SMALL) or (
            run and re.search(r"[.;:\"“(]", text[word.end : run[0].start])
        ):
            break
        run.insert(0, word)
    while run and text[run[0].start].lower() != letters[0]:
        run.pop(0)
    if len(run) < 2:
        return None
    rest = iter("".join(text[slice(*w)].lower() for w in run))
    return Span(run[0].start, run[-1].end) if all(c in rest for c in letters) else None


def _woven(letters: list[str], words: list[str]) -> bool:
    """Whether the letters run through the words in order, each word of weight giving its first."""
    at = 0
    for word in words:
        if word in _SMALL:
            if at < len(letters) and word[0] == letters[at] and len(letters) - at > 1:
                pass
            continue
        if at >= len(letters):
            return at >= 3
        if word[0] != letters[at]:
            return False
        at += 1
        for char in word[1:]:
            if at < len(letters) and char == letters[at]:
                at += 1
    return at >= len(letters)


_NAME = re.compile(
    r"(?:[A-ZÀ-Þ\d][\w’'&./+-]*|[a-z]+[A-Z]\w*)(?:,?\s+(?:of|and|the|for|&|de)"
    r"(?:\s+the)?\s+[A-ZÀ-Þ][\w’'&./+-]*"
    r"|,?\s+(?:[A-ZÀ-Þ\d][\w’'&./+-]*|plc))*\s*$"
)


def _defined(text: str, bracket: int, before: list[Term], at: int) -> Span | None:
    """The name that a bracket with a quoted term follows; a stock symbol may stand between."""
    sentence = max(text.rfind("\n\n", 0, bracket), 0)
    stop = bracket
    while stop and text[stop - 1] == " ":
        stop -= 1
    while text[stop - 1] == ")" and (opening := text.rfind("(", sentence, stop)) >= 0:
        stop = opening
        while stop and text[stop - 1] == " ":
            stop -= 1
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
