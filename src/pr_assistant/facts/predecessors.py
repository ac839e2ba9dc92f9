"""Whose post somebody had before another, or has after: "She replaces A", "His successor is A"."""

from __future__ import annotations

import re

from pr_assistant.facts.elsewhere import is_elsewhere, tells_of_another
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span

_BEFORE = re.compile(
    r"(?:\b(?:succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|in succession to|as successor to"
    r"|(?:tak(?:es?|ing|en)|took) (?:over|office)(?: (?:on|in) (?:the )?[\w ]{3,16}?)? from"
    r"|follow(?:s|ing|ed)?)"
    r"|\b(?:[Hh]er|[Hh]is|[Tt]heir)\s+(?:immediate\s+)?predecessor,?(?:\s+(?:was|is))?|\(vice)\s+$"
)
_AFTER = re.compile(
    r"\b(?:[Hh]er|[Hh]is|[Tt]heir)\s+(?:designated\s+)?successor,?"
    r"(?:\s+(?:is|will be|is to be))?\s+$"
    r"|(?:(?:\bwill|['’]ll|\bis to)\s+be|\bis|\bwas|\bhas been)\s+(?:succeeded|followed|replaced)"
    r"\s+by\s+$"
)
_AT_PRESENT = re.compile(
    r"(?:\s\(\d\d\))?(?:,\s+\d\d)?,\s+(?:currently|now|at present|until now|hitherto"
    r"|who\s+(?:is|was|has been|had been|joined|has served|served|currently|until now))\s"
)
"""A post that somebody has before the one that they come to."""
_FOUNDING = re.compile(r"[Ff]ounding\s+(?=[a-z])")
_TEACHING = re.compile(r"\bfollow(?:s|ing|ed)\s+$")
_PRONOUN = re.compile(
    r"(?:\b(?:[Hh]e|[Ss]he|[Tt]hey|who|whom)\b|\b(?:[Hh]er|[Hh]is|[Tt]heir)\s)[^.;]*$"
)
_REACH = 1500
"""How far before the predecessor the post may have been named."""
_HEADLINES = 300
"""Where one line says who follows whom as what, and the next goes on."""
_CLOSE = 400
"""How far before the successor."""
_APPOINTED = 4
"""What a title counts that somebody comes to."""


def add_predecessors(layout: Layout, mentions: list[Mention]) -> None:
    """Give those who are followed in a post, or follow in it, the title of the other."""
    text = layout.text
    for index, mention in enumerate(mentions):
        at = mention.lead if mention.lead >= 0 else mention.start
        follows = _AFTER.search(text, max(layout.sentence(at).start, at - 40), at)
        titled = any(not _is_calling(text, title) for _, title in mention.found if title.title)
        chosen = follows and follows.group().rstrip().endswith("by")
        if titled and not (chosen and _AT_PRESENT.match(text, mention.end)):
            continue
        if follows:
            near = [m for m in mentions[:index] if m.start >= at - _CLOSE]
            post = _post_of(_of_last(text, near), 0)
            if post and not is_elsewhere(text, mention.end, post):
                mention.found.append((_APPOINTED, Title(_unfounded(text, post), None, mention.end)))
            continue
        begin = layout.sentence(at).start
        for _, title in mention.found:  # "She follows the banker A"
            if title.title and _is_calling(text, title) and title.title.end == at - 1:
                at = title.title.start - (4 if text.endswith("the ", 0, title.title.start) else 0)
        if not _BEFORE.search(text, max(begin, at - 50), at):
            continue
        pronoun = _PRONOUN.search(text, begin, at)
        if tells_of_another(text, begin, pronoun.start() if pronoun else at, at):
            continue
        wide = pronoun or at < _HEADLINES  # "A named director\n\nShe is to succeed B"
        near = [m for m in mentions[:index] if m.start >= (at - _REACH if wide else begin)]
        least = _APPOINTED if _TEACHING.search(text, max(begin, at - 12), at) else 1
        post = _post_of(near, _APPOINTED) or _post_of(_of_last(text, near), least)
        if post and not is_elsewhere(text, mention.end, post):
            mention.found.append((1, Title(post.title, post.organisation, mention.end)))


def _is_calling(text: str, title: Title) -> bool:
    """Whether a title is one word that says what somebody is by trade: "the conductor"."""
    words = text[slice(*title.title)] if title.title else ""
    return words.isalpha() and words.islower() and title.organisation is None


def _of_last(text: str, mentions: list[Mention]) -> list[Mention]:
    """Of some mentions, those of the person named last."""
    last = mentions[-1].name(text).rsplit(None, 1)[-1] if mentions else ""
    return [m for m in mentions if m.name(text).endswith(last)]


def _post_of(before: list[Mention], least: int) -> Title | None:
    """The post that the last one of some comes to or has, if it counts for so much."""
    posts = (found for mention in reversed(before) for found in mention.found)
    return next((t for weight, t in posts if t.title and weight >= least and not t.former), None)


def _unfounded(text: str, post: Title) -> Span | None:
    """The title of a post without a word that only its first holder can have: "founding"."""
    founding = _FOUNDING.match(text, *post.title) if post.title else None
    return Span(founding.end(), post.title.end) if founding and post.title else post.title
