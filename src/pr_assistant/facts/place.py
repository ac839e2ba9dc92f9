"""A place that names somebody, with the bounds within which something is said of them there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pr_assistant.facts import titles
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.names import HONORIFIC, RUN, is_name, looks_like_organisation
from pr_assistant.facts.owners import owner
from pr_assistant.facts.phrases import CLOSED, DETERMINERS, VERBS
from pr_assistant.facts.title import Title
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
        return _title_before(self.text, self.begin, at, self.known, self.used)


def locate(layout: Layout, mention: Mention, known: frozenset[str], used: list[Span]) -> Place:
    """The place of a mention."""
    text, start = layout.text, mention.start
    lead_end = mention.lead if mention.lead >= 0 else start
    if mention.lead < 0 and text.endswith(_LATE, 0, start):
        lead_end = start - len(_LATE)
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


def _title_before(
    text: str, begin: int, at: int, known: frozenset[str], used: list[Span]
) -> Title | None:
    """The title phrase that ends where the name begins, the longest there is."""
    window = max(begin, at - 130)
    comma = text[window:at].rstrip()[-1:] == ","
    stops = [m.end() for m in re.compile(r"[.;:“”\"(!?]\s|[—–]\s").finditer(text, window, at)]
    window = max([window, *stops])
    for word in re.compile(r"(?<![\w’'.-])[^\W_]").finditer(text, window, at):
        end = at - (1 if comma else 0)
        while end > word.start() and text[end - 1] in " ,\n\u00a0":
            end -= 1
        title = titles.parse(text, word.start(), end, known)
        if title is None or title.title is None or title.stop < end:
            continue
        if _is_verb(text, window, word.start()) or _is_of_two(text, title, known):
            continue
        if comma and any(u.start < title.stop and title.title.start < u.end for u in used):
            return None
        former = title.former or bool(_RETIRED.search(text, window, title.title.start))
        owned = bool(_ITS.search(text, window, title.title.start))
        if not (title.organisation or former or owned) and text[slice(*title.title)].lower() in (
            "fellow",
            "judge",
            "partner",
            "assistant",
        ):
            continue
        return _with_compound(text, window, _parted(text, title))
    return None


_ITS = re.compile(r"\b(?:its|their|our|whose)\s+$")
_COMPANY_BEFORE = re.compile(
    r"(?:[a-z][\w-]*\s+){0,3}(?:company|group|firm|bank|club|union|agency|charity|university)\s+(?=[A-Z])"
)


def _parted(text: str, title: Title) -> Title:
    """A title without what stands before it: "For the ferry company Chief Executive A signed"."""
    company = _COMPANY_BEFORE.match(text, *title.title) if title.title else None
    if company is None or title.title is None or title.organisation:
        return title
    return Title(Span(company.end(), title.title.end), None, title.stop, title.former)


_VERB_BEFORE = re.compile(r"\b(?:will|to|would|can|who)\s+$")
_ALSO_VERB = re.compile(r"(?:co-)?(?:lead|head|chair|coach)\s")
_RETIRED = re.compile(r"\bretired\s+$")
_AND_WHOSE = re.compile(r"\s+and\s+(?:the\s+)?")


def _is_verb(text: str, begin: int, at: int) -> bool:
    """Whether a word is no noun here: "will co-lead Acme"."""
    return bool(_ALSO_VERB.match(text, at) and _VERB_BEFORE.search(text, begin, at))


def _is_of_two(text: str, title: Title, known: frozenset[str]) -> bool:
    """Whether it runs over somebody named before: "Secretary for Energy A and Acme chair B"."""
    if title.title is None:
        return False
    for both in _AND_WHOSE.finditer(text, *title.title):
        if owner(text, both.end(), title.title.end, known)[0] is not None:
            return True
    return False


_COMPOUND = re.compile(r"(?<![\w’'-])(?P<noun>[a-z][\w-]{2,})\s$")
_NO_NOUN = frozenset(
    "other"
    " new former current then late young old said says told adds added explained notes noted ex"
    " longtime fellow own chief".split()
)


def _with_compound(text: str, begin: int, title: Title) -> Title:
    """A title with the noun before its head: "insolvency administrator"."""
    if title.title is None or title.organisation or text[title.title.start].isupper():
        return title
    noun = _COMPOUND.search(text, begin, title.title.start)
    if noun is None:
        return title
    word = noun["noun"]
    if word in CLOSED | VERBS | DETERMINERS | _NO_NOUN or word.endswith(("ed", "ly", "ing", "ise")):
        return title
    return Title(Span(noun.start(), title.title.end), None, title.stop, title.former)
