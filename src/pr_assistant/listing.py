"""What a sentence announces and later ones list ("three pillars"): given together if asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from pr_assistant import sentences
from pr_assistant.reading import Evidence, Reading
from pr_assistant.sentences import Span
from pr_assistant.words import stems

if TYPE_CHECKING:
    from pr_assistant.facts.models import Enumeration, Facts


def completed(reading: Reading, question: str, facts: Callable[[str], Facts | None]) -> Reading:
    """The reading, and where its evidence announces what the question asks for, the items, too.

    Items in other passages than the announcement are left out: evidence is a slice of a passage.
    """
    asked = set(stems(question))
    for item in reading.evidence:
        known = facts(item.passage.release_id)
        for one in known.enumerations if known else ():
            if item.start <= one.start < item.end and asked & set(stems(one.announced)):
                return replace(reading, evidence=_with_items(reading, item, one))
    return reading


def _with_items(reading: Reading, item: Evidence, one: Enumeration) -> tuple[Evidence, ...]:
    """The announcing sentence and those with its items, in order: nothing else was asked for."""
    passage = item.passage
    spans = [
        Span(passage.start + span.start, passage.start + span.end)
        for span in sentences.split(passage.text)
    ]
    listed = [
        span
        for span in spans
        if any(part.start < span.end and span.start < part.end for part in one.items)
        and not (span.start < item.end and item.start < span.end)
    ]
    if not listed:
        return reading.evidence
    return (item, *(Evidence(passage, *span, item.score) for span in listed))
