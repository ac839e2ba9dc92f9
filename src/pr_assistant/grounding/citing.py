"""Drafts → verified citations. What is not found in the release, to the character, is dropped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pr_assistant import quotations, structure
from pr_assistant.models import Citation, Passage, Release
from pr_assistant.readings import Evidence
from pr_assistant.sentences import Span, trim

if TYPE_CHECKING:
    from pr_assistant.facts.models import Facts


_MARK = re.compile(r"(?:#+|[*•>–-])[ \t]+(?=\S)")
"""What makes a line a heading or an item of a list; it is none of its words."""
_NAME = re.compile(r"(?:(?:[A-Z][\w’'+.-]*|\d[\w.-]*|of|and|for|the|in|to|&)(?:,?\s+|$))+")


@dataclass(frozen=True, slots=True)
class _Said:
    """A slice without stray quotation marks, and whether and by whom it is said."""

    start: int
    end: int
    speaker: str | None
    quoted: bool


def cite(
    evidence: Iterable[Evidence],
    release: Callable[[str], Release | None],
    facts: Callable[[str], Facts | None],
) -> tuple[Citation, ...]:
    """A numbered citation for each piece of evidence that its release bears out, in order.

    `release` gives a release by its id, `facts` what is known of it, both None where there is none.
    Evidence whose passage is not the release's own text at its place is dropped.
    """
    citations: list[Citation] = []
    for item in evidence:
        source, known = release(item.passage.release_id), facts(item.passage.release_id)
        if source is None or known is None or not _is_slice(item, source):
            continue
        mark = _MARK.match(source.text, item.start, item.end - 1)
        said = _attribute(source, known, mark.end() if mark else item.start, item.end)
        clipped = (Span(max(s.start, said.start), min(s.end, said.end)) for s in item.exact)
        exact = tuple(span for span in clipped if span.start < span.end)
        # What stands beside a quotation in its sentence is not said by its speaker, but is them.
        inner = [_attribute(source, known, *span) for span in exact] or [said]
        if said.start < said.end:
            citations.append(
                Citation(
                    number=len(citations) + 1,
                    release_id=source.id,
                    title=source.title,
                    section=item.passage.section,
                    start=said.start,
                    end=said.end,
                    quote=source.text[said.start : said.end],
                    speaker=inner[0].speaker or (said.speaker if item.said else None),
                    quoted=all(part.quoted for part in inner),
                    exact=exact,
                )
            )
    return tuple(citations)


def lost(evidence: Iterable[Evidence], release: Callable[[str], Release | None]) -> bool:
    """Whether any passage no longer is its release's own text: that changed since it was read."""
    sources = ((item.passage, release(item.passage.release_id)) for item in evidence)
    return any(source is None or not _stands(passage, source) for passage, source in sources)


def _is_slice(item: Evidence, source: Release) -> bool:
    passage = item.passage
    return passage.start <= item.start < item.end <= passage.end and _stands(passage, source)


def _stands(passage: Passage, source: Release) -> bool:
    return source.text[passage.start : passage.end] == passage.text


def _attribute(release: Release, facts: Facts, start: int, end: int) -> _Said:
    """Who says these words. Words of two speakers, as of one who is not named, have none."""
    around = next((q for q in _quoted(release) if q.start <= start and end <= q.end), None)
    if around:
        bare = quotations.inner(release.text, around)
        start, end = trim(release.text, max(start, bare.start), min(end, bare.end))
    speakers = {q.speaker for q in facts.quotations if q.start < end and start < q.end}
    speaker = speakers.pop() if len(speakers) == 1 else None
    is_name = not speakers and (
        _NAME.fullmatch(release.text, start, end)  # of a scheme, in quotes
        or _is_called(release.text, start, end)
    )
    return _Said(start, end, speaker, around is not None and not is_name)


def _is_called(text: str, start: int, end: int) -> bool:
    """Whether words are what something is called: a motto."""
    found = quotations.CALLED.finditer(text, max(0, start - _NOUN), end + 2)
    return any(one.start("name") <= start and end <= one.end("name") for one in found)


_NOUN = 30
"""Characters before a name in quotation marks that may say what it is."""


@lru_cache(maxsize=64)
def _quoted(release: Release) -> list[Span]:
    return quotations.find(release.text, structure.paragraphs(release.text))
