"""Whose post somebody had before another: "She replaces A", "Her predecessor, A, retires"."""

from __future__ import annotations

import re

from pr_assistant.facts.layout import Layout
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.title import Title

_BEFORE = re.compile(
    r"(?:\b(?:succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|in succession to|as successor to"
    r"|tak(?:es?|ing) over from|took over from|taken over from|follow(?:s|ing|ed)?)"
    r"|\b(?:[Hh]er|[Hh]is|[Tt]heir)\s+(?:immediate\s+)?predecessor,?(?:\s+(?:was|is))?|\(vice)\s+$"
)
_TEACHING = re.compile(r"\bfollow(?:s|ing|ed)\s+$")
_PRONOUN = re.compile(
    r"(?:\b(?:[Hh]e|[Ss]he|[Tt]hey|who|whom)\b|\b(?:[Hh]er|[Hh]is|[Tt]heir)\s)[^.;]*$"
)
_REACH = 1500
"""How far before the predecessor the post may have been named."""
_APPOINTED = 4
"""What a title counts that somebody comes to."""


def add_predecessors(layout: Layout, mentions: list[Mention]) -> None:
    """Give those who are followed in a post, and have no title, that of their successor."""
    text = layout.text
    for index, mention in enumerate(mentions):
        if any(title.title for _, title in mention.found):
            continue
        lead = mention.lead if mention.lead >= 0 else mention.start
        begin = layout.sentence(lead).start
        if not _BEFORE.search(text, max(begin, lead - 40), lead):
            continue
        after_name = _TEACHING.search(text, max(begin, lead - 12), lead)
        pronoun = _PRONOUN.search(text, begin, lead)
        if post := _of_successor(mentions[:index], lead, begin, bool(pronoun), bool(after_name)):
            mention.found.append((1, Title(post.title, post.organisation, mention.end)))


def _of_successor(
    before: list[Mention], at: int, begin: int, pronoun: bool, new_only: bool
) -> Title | None:
    """The post that the successor comes to, who is named in the sentence or meant by a pronoun."""
    near = [m for m in before if m.start >= (at - _REACH if pronoun else begin)]
    least = _APPOINTED if new_only else 1
    for wanted in (_APPOINTED, least):
        for mention in reversed(near):
            for weight, title in mention.found:
                if title.title and weight >= wanted and not title.former:
                    return title
    return None
