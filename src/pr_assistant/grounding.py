"""Drafts → verified citations. What is not found in the release, to the character, is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from pr_assistant import quotations, structure
from pr_assistant.models import Citation, Release
from pr_assistant.quotations import Quotation
from pr_assistant.reading import Evidence

_MARKS = '"“”'


def cite(
    evidence: Iterable[Evidence], release: Callable[[str], Release | None]
) -> tuple[Citation, ...]:
    """A numbered citation for each piece of evidence that its release bears out, in order.

    `release` gives a release by its id, None where there is none. Evidence whose passage is not
    the release's own text at its place is dropped.
    """
    citations: list[Citation] = []
    for item in evidence:
        source = release(item.passage.release_id)
        if source is None or not _is_slice(item, source):
            continue
        start, end, speaker = _attribute(source, item.start, item.end)
        if start < end:
            citations.append(
                Citation(
                    number=len(citations) + 1,
                    release_id=source.id,
                    title=source.title,
                    section=item.passage.section,
                    start=start,
                    end=end,
                    quote=source.text[start:end],
                    speaker=speaker,
                )
            )
    return tuple(citations)


def _is_slice(item: Evidence, source: Release) -> bool:
    passage = item.passage
    return (
        passage.start <= item.start < item.end <= passage.end
        and source.text[passage.start : passage.end] == passage.text
    )


def _attribute(release: Release, start: int, end: int) -> tuple[int, int, str | None]:
    """Who says these words, if somebody does; a stray quotation mark at either end is cut off."""
    for quotation in _quotations(release):
        if quotation.end <= start or end <= quotation.start:
            continue
        speaker = quotation.speaker and " ".join(release.text[slice(*quotation.speaker)].split())
        if quotation.start <= start and end <= quotation.end:
            start += release.text[start] in _MARKS
            end -= release.text[end - 1] in _MARKS
        return start, end, speaker
    return start, end, None


@lru_cache(maxsize=64)
def _quotations(release: Release) -> list[Quotation]:
    return quotations.find(release.text, structure.paragraphs(release.text))
