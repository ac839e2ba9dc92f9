"""Titles in the plural that several people share: "the directors, A, B and Professor C"."""

from __future__ import annotations

import re

from pr_assistant.facts.layout import Layout
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.title import Title

_PLURAL = re.compile(r"[a-z](?:[eo]rs|ents|ants|ists|airs|ardens|ees|ives|ads)$", re.IGNORECASE)
_JOINED = re.compile(r"(?:\s*\([^()\n]{1,40}\))?(?:,?\s+and\s+|,\s+)")


def share_titles(layout: Layout, mentions: list[Mention]) -> None:
    """Give a title in the plural to all whom commas and an "and" join to the first."""
    text = layout.text
    shared: Title | None = None
    end = -1
    for mention in mentions:
        begin = mention.lead if mention.lead >= 0 else mention.start
        if shared is not None and _JOINED.fullmatch(text, end, begin):
            if not any(title.title for _, title in mention.found):
                mention.found.append((2, shared))
        else:
            shared = next((t for _, t in mention.found if _is_shared(text, t, begin)), None)
        end = mention.end


def _is_shared(text: str, title: Title, begin: int) -> bool:
    """Whether a title stands before a name and in the plural."""
    before = title.title is not None and title.title.end <= begin
    return before and title.title is not None and bool(_PLURAL.search(text, *title.title))
