"""Text of strangers → HTML that shows it and does nothing else; slices of it → marks."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

MarkKind = Literal["now", "earlier", "related"]
"""Cited by the newest answer, by an earlier one, or shown as the closest statement."""

_KINDS: tuple[MarkKind, ...] = ("now", "earlier", "related")
_TEMPLATE_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "{}$`\\"})
"""Signs that mean something in the templates of `gr.HTML`. No text of ours goes into one; should
that ever change, these stay text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The slice `start:end` of a release, cited under `number`."""

    number: int
    start: int
    end: int
    kind: MarkKind


def escape(text: str) -> str:
    """`text` for use in HTML, in an element or in a quoted attribute."""
    return html.escape(text, quote=True).translate(_TEMPLATE_SIGNS)


def marked(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """`text[start:end]` as HTML with its marks; they may overlap and reach beyond it.

    The text content of what comes out is the slice, character for character: the numbers stand
    in attributes, where they are not in the way of a copy.
    """
    within = [mark for mark in marks if mark.start < end and start < mark.end]
    borders = {start, end}
    for mark in within:
        borders |= {max(start, mark.start), min(end, mark.end)}
    cuts = sorted(borders)
    return "".join(_segment(text, one, two, within) for one, two in pairwise(cuts))


def _segment(text: str, start: int, end: int, marks: list[Mark]) -> str:
    """A stretch that no mark begins or ends within."""
    covering = [mark for mark in marks if mark.start <= start and end <= mark.end]
    words = escape(text[start:end])
    if not covering:
        return words
    anchors = "".join(
        f'<span class="at" id="m{mark.number}"></span>' for mark in covering if mark.start == start
    )
    numbers = "".join(_number(mark) for mark in covering if mark.end == end)
    kind = min((mark.kind for mark in covering), key=_KINDS.index)
    cited = " ".join(str(mark.number) for mark in covering)
    return f'{anchors}<mark class="{kind}" data-citations="{cited}">{words}</mark>{numbers}'


def _number(mark: Mark) -> str:
    return (
        f'<a class="num" href="#c{mark.number}" data-number="{mark.number}"'
        f' aria-label="Citation {mark.number}: back to the answer"></a>'
    )
