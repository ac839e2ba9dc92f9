"""Whether somebody is followed in another post than the one named before: "She joins from Initech,
where she follows A on the board"."""

from __future__ import annotations

import re

from pr_assistant.facts.title import Title

_DAY = (
    r"(?:\d|(?:early|late) |mid-|the (?:spring|summer|autumn|winter|fall|end|beginning|course)\b"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b)"
)
_POST = (
    r"(?:the|this|that|her|his|their)\s+(?:new\s+)?"
    r"(?:posts?|roles?|positions?|jobs?|office|helm|top)\b(?!\s+(?:of|at|on)\b)"
)
_WHERE = re.compile(r"\bwhere(?:by|upon)?\b")
_PLACED = re.compile(
    rf"\b(?:on|at|in)\s+(?!{_DAY}|{_POST}|succession\b)"
    r"|\b(?:board|council|committee|panel|jury|seat|having|had|once|previously|earlier|formerly|served|worked|spent)\b"
)
"""Behind a pronoun: the clause of the verb may tell of another post."""
_OPENING = re.compile(rf"\s*(?:At|On|In|For|With)\s+(?!{_DAY}|{_POST})")
"""Before the pronoun: "At Initech, she follows A"."""
_BEHIND = re.compile(
    rf",?\s+(?:there\b|(?:on|at|in|into|as|within|for)\s+"
    rf"(?!{_DAY}|{_POST}|(?:of|from|part of)\b)(?:the\s+|its\s+)?)"
)
"""Behind a name: where or in which post somebody is followed."""


def tells_of_another(text: str, begin: int, pronoun: int, verb: int) -> bool:
    """Whether the clause of a verb of following tells of another place or time.

    Its sentence begins at `begin`, its subject at `pronoun` (at `verb` if that is a name).
    """
    if pronoun < verb and _OPENING.match(text, begin, pronoun):
        return True
    return bool(_WHERE.search(text, begin, verb) or _PLACED.search(text, pronoun, verb))


def is_elsewhere(text: str, end: int, post: Title) -> bool:
    """Whether another place or post than this one is named behind a name that ends at `end`."""
    behind = _BEHIND.match(text, end)
    if behind is None:
        return False
    owner = text[slice(*post.organisation)] if post.organisation else None
    return owner is None or not text.startswith(owner, behind.end())
