"""Names that "and" and commas join to one that is a person’s."""

from __future__ import annotations

import re

from pr_assistant.facts.layout import Layout, Taken
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.name_rows import in_rows
from pr_assistant.facts.names import RUN, UPPER, is_name, looks_like_organisation
from pr_assistant.facts.plain_names import is_plain
from pr_assistant.facts.things import is_thing
from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span


def add_coordinated(layout: Layout, found: list[Mention], known: frozenset[str]) -> None:
    """Add names that "and" joins to one that is a person's: the title before holds for both."""
    text = layout.text
    mentions = list(found)
    taken = Taken((m.start, m.end) for m in found)

    def add(run: Span, title: tuple[int, Title] | None) -> None:
        name = " ".join(text[slice(*run)].split())
        if taken.overlap(*run) or not is_name(name) or name.lower() in known:
            return
        if not looks_like_organisation(name) and not is_thing(name):
            taken.add(*run)
            found.append(Mention(run.start, run.end, None, [title] if title else []))

    for mention in mentions:
        both = _AND.match(text, mention.end)
        if both and (match := RUN.match(text, both.end())):
            add(Span(*match.span()), _title_ahead(mention))
    for run, title in in_rows(layout, mentions):
        add(run, title)
    by_span = {Span(m.start, m.end): m for m in found}
    for mention in mentions:
        plural = next(
            (f for f in mention.found if f[1].title and f[1].title.start > mention.end
             and _PLURAL.search(text[slice(*f[1].title)])), None,
        )  # fmt: skip
        begin = layout.sentence(mention.start).start
        joined = text[max(0, mention.start - 8) : mention.start].rstrip().endswith(" and")
        if not plural and not joined:
            continue
        for match in RUN.finditer(text, max(begin, mention.start - _FAR), mention.start):
            run = Span(*match.span())
            if not _AND.fullmatch(text, run.end, mention.start):
                continue
            if plural and run in by_span:
                by_span[run].found.append(plural)
            elif plural or (run.start == begin and is_plain(text, *run)):
                add(run, plural)


_FAR = 150
"""Further before a name none begins that "and" joins to it."""


def _title_ahead(mention: Mention) -> tuple[int, Title] | None:
    """The first title that stands before a name."""
    return next((f for f in mention.found if f[1].title and f[1].stop <= mention.start), None)


_GIVEN = re.compile(
    rf"\b(?:by|of|for|with|couple|brothers|sisters|siblings|spouses|parents|twins)\s+(?P<given>[{UPPER}][\w-]+)"
    r"\s+and\s+$"
)


def before_and(text: str, mention: Mention) -> Mention | None:
    """The given name that shares a surname with the next: "by Elsie and Robert Moorcroft"."""
    match = _GIVEN.search(text, max(0, mention.start - 60), mention.start)
    if match is None or not is_name(match["given"], 1) or mention.honorific:
        return None
    if looks_like_organisation(match["given"]) or text.count(match["given"]) > 1:
        return None
    return Mention(*match.span("given"), alone=True)


_BRACKET = r"(?:\s\([^()\n]{1,40}\))?"
_AND = re.compile(rf"{_BRACKET},?\s+and\s+(?:the late\s+)?")
_PLURAL = re.compile(r"\b\w+(?:ers|ors|airs|ents|ants|ists|utives)\b")
"""The head of a title that several people share: "co-founders of Acme"."""
