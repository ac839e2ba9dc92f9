"""The title phrase that ends where a name begins."""

from __future__ import annotations

import re

from pr_assistant.facts import titles
from pr_assistant.facts.owners import owner
from pr_assistant.facts.phrases import CLOSED, DETERMINERS, VERBS
from pr_assistant.facts.saying import SAYING
from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span

_STOPS = re.compile(r"(?<!\bSt)(?<!\bSte)(?<!\bSta)[.;:“”\"(!?]\s|[—–]\s")
"""Where a phrase ends, "St. Mary's" being no end."""


def title_before(
    text: str, begin: int, at: int, known: frozenset[str], used: list[Span]
) -> Title | None:
    """The title phrase that ends where the name begins, the longest there is."""
    window = max(begin, at - 130)
    comma = text[window:at].rstrip()[-1:] == ","
    stops = [m.end() for m in _STOPS.finditer(text, window, at)]
    window = max([window, *stops])
    for word in re.compile(r"(?<![\w’'.-])[^\W_]").finditer(text, window, at):
        end = at - (1 if comma else 0)
        while end > word.start() and text[end - 1] in " ,\n\u00a0":
            end -= 1
        title = titles.parse(text, word.start(), end, known)
        if title is None or title.title is None:
            continue
        if title.stop < end and not (comma and _BUSY.fullmatch(text, title.stop, end)):
            continue
        if _OF_MANY.search(text, *title.title):
            continue
        if _is_verb(text, window, word.start()) or _is_of_two(text, title, known):
            continue
        if comma and any(u.start < title.stop and title.title.start < u.end for u in used):
            return None
        former = title.former or bool(_RETIRED.search(text, window, title.title.start))
        helps = text.startswith("assistant", title.title.start)
        owned = bool((_HIS if helps else _ITS).search(text, window, title.title.start))
        if not (title.organisation or former or owned) and text[slice(*title.title)].lower() in (
            "fellow",
            "judge",
            "partner",
            "assistant",
        ):
            continue
        title = _parted(text, title)
        return title if title.organisation else _with_compound(text, window, title)
    return None


_BUSY = re.compile(
    r"\s+(?:on|behind)\s+(?:the|this|board|duty|call|stage|site)(?:\s[a-z]+){0,2}|\s+aboard|\s+in\s+charge"
)
"""What goes on with a post before a comma and a name: "the lead engineer on the project, A"."""
_OF_MANY = re.compile(r"[a-z]s\s+and\s+the\s")
"""What stands before a name and is of others too: "two directors and the chair, A"."""
_ITS = re.compile(r"(?:\b(?:[Ii]ts|[Tt]heir|[Oo]ur|whose)|(?<!year)(?<!month)(?<!week)['’]s)\s+$")
_HIS = re.compile(r"(?:\b(?:its|their|our|whose|his|her)|['’]s)\s+$", re.IGNORECASE)
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
_SAYS = re.compile(SAYING)
_NO_NOUN = frozenset(
    "sit be join meet speak play sing host follow see hear thank welcome stand appear perform"
    " include lead chair "
    "other two three four five six several both many"
    " new former current then late young old said says told adds added explained notes noted ex"
    " longtime fellow own chief become becomes became names joins succeeds"
    " present outgoing incoming further".split()
)


def title_behind(text: str, at: int, end: int, known: frozenset[str]) -> Title | None:
    """The title phrase that begins at `at`, also with a noun before it: "potato farmer"."""
    title = titles.parse(text, at, end, known)
    if title and title.title and not title.organisation and _FIRM.match(text, title.stop, end):
        return None  # "an executive search firm"
    noun = _NOUN_BEHIND.match(text, at, end) if title is None else None
    if noun is None:
        return title
    title = titles.parse(text, noun.end(), end, known)
    if title is None or title.title is None or title.title.start != noun.end():
        return None
    whole = _with_compound(text, at, title)
    if whole.title is None or whole.title.start != at or not _ENDS.match(text, title.stop, end):
        return None
    return Title(whole.title, title.organisation, title.stop)


_FIRM = re.compile(
    r"(?:['’]s?)?\s+(?:(?!of\b|at\b|for\b|in\b|and\b|to\b|who\b|from\b|with\b)[a-z-]+\s+){0,2}"
    r"(?:firm|company|agency|consultancy|practice|business|association|union|charity|network)\b"
)
"""What makes the words before it say what a firm does."""
_NOUN_BEHIND = re.compile(r"[a-z][\w-]{2,}\s(?=[a-z])")
_ENDS = re.compile(r"\s*(?:[,.;:)]|$)")


def _with_compound(text: str, begin: int, title: Title) -> Title:
    """A title with the noun before its head: "insolvency administrator"."""
    if title.title is None or text[title.title.start].isupper():
        return title
    noun = _COMPOUND.search(text, begin, title.title.start)
    if noun is None:
        return title
    word = noun["noun"]
    if (
        word in CLOSED | VERBS | DETERMINERS | _NO_NOUN
        or _SAYS.fullmatch(word)
        or word.endswith(("ed", "ly", "ing", "ise"))
    ):
        return title
    return Title(Span(noun.start(), title.title.end), None, title.stop, title.former)
