"""Fields of work in small letters that end a title: "head of design"."""

from __future__ import annotations

import re

from pr_assistant.facts.fields import ARTICLE


def plain_field(text: str, at: int, end: int) -> int | None:
    """The end of a function in lower case ("design", "maritime law"); None if there is none."""
    match = re.compile(
        r"(?:[a-z][\w-]*)(?:[ ](?!and\b|at\b|of\b|in\b|for\b|said\b|who\b|has\b|will\b|is\b|was\b"
        r"|on\b"
        r"|with\b|as\b|to\b|by\b|says\b|since\b|from\b|until\b|told\b|added\b)[a-z][\w-]*){0,2}"
        r"(?:[ ]and[ ](?!chief|chair|president|head|director|member|founder|will\b"
        r"|said\b)[a-z][\w-]*"
        r"(?=\s+(?:at|for|as|from|since|on)\b|[,.;]))?"
    ).match(text, at, end)
    if match is None or ARTICLE.match(text, at, end):
        return None
    if match.group().split()[0] in (
        "the",
        "a",
        "an",
        "its",
        "their",
        "our",
        "his",
        "her",
        "which",
        "whom",
        "what",
        "all",
        "more",
        "this",
        "about",
        "over",
    ):
        return None
    land = _LAND.match(text, match.end(), end) if _ADJECTIVE.search(match.group()) else None
    return land.end() if land else match.end()


_ADJECTIVE = re.compile(
    r"\b(?:northern|southern|eastern|western|central|continental|mainland|greater)$"
)
_LAND = re.compile(r"\s+[A-Z][\w-]+(?:\s[A-Z][\w-]+)?")
""" "sales director for northern Europe"."""
