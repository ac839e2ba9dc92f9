"""A citation as it is quoted elsewhere: “quote” — release, date, paragraph."""

from __future__ import annotations

from collections.abc import Callable

from pr_assistant.models import Citation, Release
from pr_assistant.ui.places import place

Lookup = Callable[[str], Release | None]
"""A release by its id; None where the index has it no longer."""


def reference(citation: Citation, release: Release | None) -> str:
    """The quote, to the character, and where it stands: title, date, who says it, paragraph.

    `release` is the one that is cited; None where the index has it no longer.
    """
    day = release.dateline.date if release else None
    parts = (
        citation.title or citation.release_id,
        f"{day.day} {day:%B %Y}" if day else None,
        place(release, citation.start) if release else citation.section,
    )
    said = f"{citation.speaker}, in: " if citation.speaker and citation.quoted else ""
    return f"“{citation.quote}” — {said}{', '.join(part for part in parts if part)}"
