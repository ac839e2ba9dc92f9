"""Which of the titles that a release gives somebody counts, and the organisation of that post."""

from __future__ import annotations

import re

from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span


def chosen(text: str, found: list[tuple[int, Title]]) -> tuple[Span | None, Span | None]:
    """The title that counts most, the fullest of its post; and the organisation of that post."""
    titled = [(weight, t) for weight, t in found if t.title]
    organisation: Span | None = None
    if not titled:
        organisation = next((t.organisation for _, t in found if t.organisation), None)
        return None, organisation
    titled = [
        (min(weight, 1) if weight < _NEW and _is_calling(text, t) else weight, t)
        for weight, t in titled
    ]
    top = max(weight for weight, _ in titled)
    best = next(t for weight, t in titled if weight == top)
    post = [
        t for weight, t in titled if weight == top or (weight >= 2 and _one_post(text, best, t))
    ]
    post = [t for t in post if _one_post(text, best, t)]
    fullest = max(post, key=lambda t: len(text[slice(*t.title)]) if t.title else 0)
    organisations = [t.organisation for t in post if t.organisation]
    if organisations:
        organisation = max(organisations, key=lambda s: s.end - s.start)
        organisation = next(o for o in organisations if o == organisation)
    else:
        organisation = next(
            (t.organisation for w, t in found if t.organisation and not t.title), None
        )
    return fullest.title, organisation


_NEW = 4
"""What a title counts that somebody comes to."""
_POST = re.compile(
    r"\b(?:chief|ceo|director|president|chair(?:man|woman|person)?|minister|mayor|secretary|manager"
    r"|head|leader|(?:co-)?founder|owner|partner|member|treasurer|officer|governor|spokes\w+|coach"
    r"|captain|dean|rector|provost|editor|curator|commissioner|registrar|patron|executive|judge|consul|advis[eo]r"
    r"|(?:vice-)?chancellor|speaker|commander|representative|delegate|ambassador|chief|superintendent"
    r"|inspector|principal|professor|fellow|lead|deputy|convener|convenor|organi[sz]er)s?\b"
)


def _is_calling(text: str, title: Title) -> bool:
    """Whether a title says what somebody is by trade, and no post: "the heart surgeon"."""
    words = text[slice(*title.title)] if title.title else ""
    return words.islower() and title.organisation is None and not _POST.search(words)


_LESSER = frozenset("deputy vice assistant".split())
"""What makes one post another: "deputy director"."""


def _one_post(text: str, one: Title, two: Title) -> bool:
    """Whether two titles may name one post: the words of one are among those of the other."""
    if one.title is None or two.title is None:
        return False
    first = set(re.findall(r"\w+", text[slice(*one.title)].lower()))
    second = set(re.findall(r"\w+", text[slice(*two.title)].lower()))
    if first ^ second and first ^ second <= _LESSER:
        return False
    small = first if len(first) <= len(second) else second
    return small <= (first | {"ceo"} if small is second else second) or _short_form(first, second)


def _short_form(one: set[str], two: set[str]) -> bool:
    forms = {"ceo": {"chief", "executive", "officer"}, "cfo": {"chief", "financial", "officer"},
             "coo": {"chief", "operating", "officer"},
             "cto": {"chief", "technology", "officer"}}  # fmt: skip
    return any(
        (short in one and words <= two) or (short in two and words <= one)
        for short, words in forms.items()
    )
