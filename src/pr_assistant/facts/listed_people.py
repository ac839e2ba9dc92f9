"""People that bullets of a list name: below a line that announces them, and beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.facts.layout import Layout
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.names import RUN
from pr_assistant.facts.plain_names import is_plain

_POSTS = re.compile(
    r"\b(?:vice-presidents|presidents|directors|members|trustees|fellows|speakers|laureates"
    r"|appointments|panellists|officers|commissioners|governors)\b[^\n]*:?\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:$|\n|,\s|\s\(|\s[–—-]\s)")
"""What stands behind a name that opens a bullet."""


def announced(layout: Layout) -> frozenset[int]:
    """Where bullets begin below a line that announces people: "elected three vice-presidents:"."""
    text, starts, above = layout.text, set(), False
    for paragraph in layout.paragraphs:
        if bullet := layout.bullet(paragraph):
            if above:
                starts.add(bullet.start)
        else:
            above = bool(
                _POSTS.search(text, max(paragraph.start, paragraph.end - 120), paragraph.end)
            )
    return frozenset(starts)


def beside(layout: Layout, found: list[Mention]) -> Iterator[Mention]:
    """Names that open bullets of a list where most bullets open with a person."""
    sure = {m.lead if m.lead >= 0 else m.start for m in found}
    bullets: list[int] = []
    for paragraph in (*layout.paragraphs, None):
        bullet = layout.bullet(paragraph) if paragraph else None
        if bullet:
            bullets.append(bullet.start)
            continue
        if len(bullets) > 2 and 2 * len(sure.intersection(bullets)) > len(bullets):
            yield from _opening(layout.text, [at for at in bullets if at not in sure])
        bullets = []


def _opening(text: str, bullets: list[int]) -> Iterator[Mention]:
    for at in bullets:
        run = RUN.match(text, at)
        stops = run and "\n" not in run.group() and _GOES_ON.match(text, run.end())
        if run and stops and is_plain(text, *run.span()):
            yield Mention(*run.span())
