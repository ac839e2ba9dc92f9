"""What an acronym stands for: the words before its bracket that its letters are made of."""

from __future__ import annotations

import re

from pr_assistant.sentences import Span

_WORD = re.compile(r"[^\W_][\w’'&./-]*")
_SMALL = frozenset(
    "of and for the in on to at by with a an de la du & und et y del di da do dos das des der den"
    " og".split()
)
_OPENERS = frozenset("A An In On At For By With This Our Its Under When As".split())


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
        if written.isupper() or written == "The":
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
