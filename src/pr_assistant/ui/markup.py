"""Text of strangers → HTML that shows it and does nothing else; slices of it → marks."""

from __future__ import annotations

import html
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

MarkKind = Literal["now", "earlier", "related", "fact"]
"""Cited by the newest answer, by an earlier one, or shown as the closest statement; or the words
of a fact, which look like all others until its row is clicked."""

_KINDS: tuple[MarkKind, ...] = ("now", "earlier", "related")
_TEMPLATE_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "{}$`\\"})
"""Signs that mean something in the templates of `gr.HTML`. No text of ours goes into one; should
that ever change, these stay text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The slice `start:end` of a release, cited under `number`; facts have numbers of their own."""

    number: int
    start: int
    end: int
    kind: MarkKind
    exact: tuple[tuple[int, int], ...] = ()
    """(start, end) of the words in it that are the answer; none: all of it."""


class Marks:
    """The marks of a release, for a look-up by place: a long one has thousands of facts."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._placed = sorted(enumerate(marks), key=lambda placed: placed[1].start)
        self._starts = [mark.start for _, mark in self._placed]
        self._longest = max((mark.end - mark.start for _, mark in self._placed), default=0)

    def within(self, start: int, end: int) -> list[Mark]:
        """Those that have a character in `start:end`, in the order they were given in."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [
            mark for _, mark in sorted(self._placed[first:last], key=_given) if start < mark.end
        ]


def _given(placed: tuple[int, Mark]) -> int:
    return placed[0]


def escape(text: str) -> str:
    """`text` for use in HTML, in an element or in a quoted attribute."""
    return html.escape(text, quote=True).translate(_TEMPLATE_SIGNS)


def in_ascii(markup: str) -> str:
    """The same HTML, in half the memory: of a string with one curly quote Python holds every
    character in two bytes, and the server keeps what each window shows."""
    return markup.encode("ascii", "xmlcharrefreplace").decode("ascii")


def marked(text: str, start: int, end: int, marks: Marks) -> str:
    """`text[start:end]` as HTML with its marks; they may overlap and reach beyond it.

    The text content of what comes out is the slice, character for character: the numbers stand
    in attributes, where they are not in the way of a copy.
    """
    within = marks.within(start, end)
    cited = [mark for mark in within if mark.kind != "fact"]
    facts = [mark for mark in within if mark.kind == "fact"]
    return "".join(
        _segment(text, one, two, covering, facts) for one, two, covering in _cut(start, end, cited)
    )


def _cut(start: int, end: int, marks: list[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """Stretches that no mark begins or ends within, with the marks that cover them."""
    borders = {start, end}
    for mark in marks:
        if mark.start < end and start < mark.end:
            places = {place for span in ((mark.start, mark.end), *mark.exact) for place in span}
            borders |= {min(end, max(start, place)) for place in places}
    for one, two in pairwise(sorted(borders)):
        yield one, two, [mark for mark in marks if mark.start <= one and two <= mark.end]


def _segment(text: str, start: int, end: int, cited: list[Mark], facts: list[Mark]) -> str:
    """A stretch of the text as what cites all of it; the facts within it, inside."""
    words = "".join(_stated(text, *stretch) for stretch in _cut(start, end, facts))
    if not cited:
        return words
    anchors = "".join(
        f'<span class="at" id="m{mark.number}"></span>' for mark in cited if mark.start == start
    )
    links = "".join(_number(mark) for mark in cited if mark.end == end)
    kind = min((mark.kind for mark in cited), key=_KINDS.index)
    numbers = " ".join(str(mark.number) for mark in cited)
    exact = " exact" if any(_answers(mark, start, end) for mark in cited) else ""
    return f'{anchors}<mark class="{kind}{exact}" data-citations="{numbers}">{words}</mark>{links}'


def _answers(mark: Mark, start: int, end: int) -> bool:
    """Whether `start:end` is of the words that answer."""
    spans = mark.exact or ((mark.start, mark.end),)
    return any(one <= start and end <= other for one, other in spans)


def _stated(text: str, start: int, end: int, facts: list[Mark]) -> str:
    words = escape(text[start:end])
    numbers = " ".join(str(fact.number) for fact in facts)
    return f'<span class="fact" data-facts="{numbers}">{words}</span>' if facts else words


def _number(mark: Mark) -> str:
    return (
        f'<a class="num" href="#c{mark.number}" data-number="{mark.number}"'
        f' aria-label="Citation {mark.number}: back to the answer"></a>'
    )
