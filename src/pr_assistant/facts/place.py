"""A place that names somebody, with the bounds within which something is said of them there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pr_assistant.facts import titles
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.names import HONORIFIC, RUN, is_name, looks_like_organisation
from pr_assistant.facts.title import Title
from pr_assistant.facts.title_before import title_before
from pr_assistant.sentences import Span

_LATE = "the late "
_FIRM_BEFORE = re.compile(
    r"\b(?:firm|company|agency|consultancy|start-?up|bank|chain|manufacturer|retailer|charity"
    r"|newspaper|brand|label|airline|ensemble|foundation|think tank|brewery)\s+$"
)
"""What stands before the name of a firm."""


@dataclass(frozen=True, slots=True)
class Place:
    """One mention in its sentence."""

    layout: Layout
    mention: Mention
    known: frozenset[str]
    """Names of organisations of this release, in lower case."""
    used: list[Span]
    """Title phrases that were read of others already."""
    name: str
    begin: int
    """Where what stands before the name begins,"""
    lead_end: int
    """and where it ends: before the honorific."""
    limit: int
    """How far what stands behind the name reaches."""
    is_organisation: bool
    """Whether the words of the name speak of an organisation."""

    @property
    def text(self) -> str:
        return self.layout.text

    @property
    def honoured(self) -> bool:
        return self.mention.honorific is not None

    def lead(self, length: int) -> str:
        """So many characters before the name, of its sentence."""
        return self.text[max(self.begin, self.lead_end - length) : self.lead_end]

    def add(self, weight: int, title: Title) -> None:
        """Say a title of the one who is named here."""
        self.mention.found.append((weight, title))

    def behind(self, pattern: re.Pattern[str]) -> Title | None:
        """The title phrase behind what follows the name."""
        match = pattern.match(self.text, self.mention.end, self.limit)
        return titles.parse(self.text, match.end(), self.limit, self.known) if match else None

    def title_before(self, at: int) -> Title | None:
        """The title phrase that ends at `at`, the longest there is."""
        return title_before(self.text, self.begin, at, self.known, self.used)


def locate(layout: Layout, mention: Mention, known: frozenset[str], used: list[Span]) -> Place:
    """The place of a mention."""
    text, start = layout.text, mention.start
    lead_end = mention.lead if mention.lead >= 0 else start
    if mention.lead < 0 and text.endswith(_LATE, 0, start):
        lead_end = start - len(_LATE)
    elif mention.lead >= 0 and text.endswith(", the ", 0, lead_end):
        lead_end -= len("the ")  # "the curate, the Revd A"
    name = mention.name(text)
    firm = mention.lead < 0 and bool(_FIRM_BEFORE.search(text, max(0, start - 16), start))
    return Place(
        layout, mention, known, used, name, layout.sentence(lead_end).start, lead_end,
        _limit(layout, start, mention.end), firm or looks_like_organisation(name),
    )  # fmt: skip


_NEXT_NAME = re.compile(r"(?P<comma>,)?\s+(?:and\s+)?")


def is_of_next(text: str, title: Title, limit: int, has_one: bool) -> bool:
    """Whether a title behind one name stands before another: "A, Director B", "the X, A, the Y, B".

    `has_one`: the first name has its title already.
    """
    gap = _NEXT_NAME.match(text, title.stop, limit)
    if gap is None or "and" in gap.group() or (gap["comma"] and not has_one):
        return False
    if HONORIFIC.match(text, gap.end(), limit):
        return True
    run = RUN.match(text, gap.end(), limit)
    return run is not None and is_name(" ".join(run.group().split()))


def _limit(layout: Layout, at: int, end: int) -> int:
    """How far what is said of a name may reach: its sentence; its line in a list of contacts."""
    text = layout.text
    sentence = layout.sentence(at)
    if layout.kind(at) == "contact":
        line = _LINE_END.search(text, at, sentence.end)
        return line.start() if line else sentence.end
    quotation = re.compile(r"[“”\"]").search(text, end, sentence.end)
    return quotation.start() if quotation else sentence.end


_LINE_END = re.compile(r"(?<!\bof)(?<!\bfor)(?<!\band)(?<!&)(?<!\bthe)\n(?![a-z])")
"""The end of a line that does not run on into the next."""
