"""Whose post it is, where that stands before it: "Acme's chief executive", "Acme president"."""

from __future__ import annotations

import re

from pr_assistant.facts.lexicon import (
    FUNCTIONS,
    OF_HEADS,
    ORGANISATION_NOUNS,
    ROLE_HEADS,
    ROLE_MODIFIERS,
)
from pr_assistant.facts.names import HONORIFIC, UPPER
from pr_assistant.facts.posts import role_end
from pr_assistant.sentences import Span

_POSSESSIVE = re.compile(
    rf"(?:[Tt]he\s+)?(?P<owner>[{UPPER}\d][\w&’'.-]*?(?:\s+(?:[{UPPER}&\d][\w&’'.-]*?|of|and|the"
    rf"|for|de)){{0,6}}?)"
    r"(?:['’]s|(?<=s)['’])\s+"
)
_COMMON_OWNER = re.compile(
    r"(?:(?:the|its|their|our|his|her|that|this)\s+)?(?:[a-z][\w-]*\s+){0,3}?[a-z][\w-]*"
    r"(?:['’]s|(?<=s)['’])\s+"
)
GENERIC = frozenset(
    "majesty highness company group board department firm corporation partnership office tánaiste"
    " taoiseach crown palace presidency".split()
)
"""Nouns that name nobody by themselves ("the Company's director")."""
_UNKNOWN_OWNER = re.compile(
    rf"(?P<owner>[{UPPER}][\w&’'-]*(?:\s[{UPPER}][\w&’'-]*){{0,2}}?)\s+"
    r"(?=(?:[Cc]hief(?=\s+\w)|[Aa]cting|[Ii]nterim|CEO|CFO|COO|CTO|CIO|CMO|[Mm]anaging|[Cc]hairman"
    r"|[Cc]hairwoman|[Cc]hair"
    r"|[Vv]ice[- ]|[Pp]artner"
    r"|[Ee]xecutive|[Pp]resident|[Ff]ounder|[Cc]o-founder|[Ss]pokes\w+|[Cc]ountry|[Gg]eneral"
    r"|[Ss]enior"
    r"|[Cc]ouncill?or|[Pp]rogram(?:me)?|[Pp]roject|[Ll]ord|[Dd]eputy|[Hh]ead of|[Mm]ayor|Governor"
    r"|[Oo]fficial"
    r"|[Bb]oss)\b)"
)
_SHORT_OWNER = re.compile(rf"(?P<owner>[{UPPER}][\w&’-]+)\s+(?=[a-z])")
"""A short form of an organisation this release knows: "Kastell producer A"."""
_BODY_OWNER = re.compile(
    rf"(?P<owner>(?:Ministry|Department|Office|Bureau|Institute|University|Bank|Board) of (?:the )?"
    rf"[{UPPER}][\w-]*?(?:(?: and| &)? [{UPPER}][\w-]*?){{0,3}}?)(?:['’]s)?\s+(?=[{UPPER}])"
)
_LEVELS = frozenset(
    "shire village legislative cantonal region regional provincial parish borough ward opposition"
    " majority minority".split()
)
"""Words before a councillor that are no place's name."""
_RANKS = frozenset("permanent prime deputy vice chief acting first lord".split())
"""Words that end no owner, but begin a title: "Office of the Permanent Secretary"."""
_DEMONYM = re.compile(
    r"(?:ish|ese|ian|ean|can|ic|lsh|nch|tch|man)$|^(?:The|Our|Its|A|An|In|As|At|By)$"
)
_ABBREVIATIONS = frozenset(
    "HR IT AI R&D VP SVP EVP UK US EU UN EMEA APAC PR ESG QA UX ICT CEO CFO COO".split()
)
OPENERS = frozenset(
    "But And Yet So Or Nor For When While After Before Since Although Though However Meanwhile Now"
    " Then There Here Today Yesterday Last This That Both Also Even Only Not Unlike Like".split()
)
_NAMED_COMMON = re.compile(
    rf"(?:[Tt]he\s+)?(?P<owner>[{UPPER}][\w&’-]*(?:\s[{UPPER}][\w&’-]*){{0,2}}\s(?:union|club|federation"
    r"|association|trust|foundation|institute|party|group))['’]s\s+"
)
""" "The CGM union's delegate"."""
_LETTERS_OWNER = re.compile(r"(?P<owner>[A-Z]{3,7}|[A-Z][A-Za-z]{1,5}[A-Z])\s+(?=[A-Z]?[a-z])")
_LOW_BODY = re.compile(
    r"(?:the\s+)?(?P<owner>(?:regional|provincial|state|federal|cantonal|local|national|city|county"
    r"|territorial|central)\s+government|[a-z]+\s+ministry)['’]s\s+"
)
""" "The regional government's delegate"."""
_HEADED = re.compile(r"(?P<head>[\w-]+)\s+of\b")
_LAST_WORD = re.compile(r"([\w-]+),?\s+$")
_GAP = re.compile(r"(?:['’]s?)?\s+")


def owner(text: str, at: int, end: int, known: frozenset[str]) -> tuple[Span | None, int]:
    """(organisation, where the title begins) for "Acme's chief executive", "Acme president"."""
    ahead = text[at : min(end, at + 90)].lower().replace("\n", " ")
    names = [n for n in known if ahead.startswith(n) and not ahead[len(n) : len(n) + 1].isalnum()]
    if names:  # an organisation this release knows, right before a title
        stop = at + max(map(len, names))
        gap = _GAP.match(text, stop, end)
        owned = bool(gap and len(gap.group()) > 1 and gap.group()[0] in "'’")
        if gap and role_end(text, gap.end(), end, owned) is not None:
            return Span(at, stop), gap.end()
    low = _LOW_BODY.match(text, at, end)
    if low and role_end(text, low.end(), end, True) is not None:
        return Span(*low.span("owner")), low.end()
    letters = _LETTERS_OWNER.match(text, at, end)
    defined = letters and _is_used(text, letters["owner"])
    if (
        letters
        and defined
        and letters["owner"] not in _ABBREVIATIONS
        and role_end(text, letters.end(), end)
    ):
        return Span(*letters.span("owner")), letters.end()
    union = _NAMED_COMMON.match(text, at, end)
    if union and role_end(text, union.end(), end, True) is not None:
        return Span(*union.span("owner")), union.end()
    body = _BODY_OWNER.match(text, at, end)
    of_rank = body and body["owner"].rsplit(None, 1)[-1].lower() in _RANKS
    if body and not of_rank and role_end(text, body.end(), end) is not None:
        return Span(*body.span("owner")), body.end()
    headed = _HEADED.match(text, at, end)
    if headed and headed["head"].lower() in ROLE_HEADS:
        return None, at  # "Chair of Acme's Executive Board"
    if match := _POSSESSIVE.match(text, at, end):
        if role_end(text, match.end(), end, True) is not None:
            of_many = match["owner"].endswith("s") and text[match.end() - 2] != "s"
            span = _last_of_row(text, Span(*match.span("owner")), known)
            lower = match["owner"].lower().removeprefix("his ").removeprefix("her ")
            generic = (
                HONORIFIC.match(text, span.start) is not None  # "Dr Lee's student"
                or lower in GENERIC | ROLE_HEADS
                or _is_post(lower)
                or (
                    of_many and " " not in match["owner"]  # "Patients' representative"
                )
            )
            return None if generic else span, match.end()
        again = _POSSESSIVE.match(text, match.end(), end)
        if again and role_end(text, again.end(), end, True) is not None:
            return Span(match.start("owner"), again.end("owner")), again.end()  # "St. Mary's Inn's"
    elif (match := _COMMON_OWNER.match(text, at, end)) and (
        role_end(text, match.end(), end, True) is not None
    ):
        return None, match.end()
    short = _SHORT_OWNER.match(text, at, end)
    if (
        short
        and any(name.startswith(f"{short['owner'].lower()} ") for name in known)
        and (role_end(text, short.end(), end) is not None)
    ):
        return Span(*short.span("owner")), short.end()
    if match := _UNKNOWN_OWNER.match(text, at, end):
        first = match["owner"].split()[0]
        if first in OPENERS:
            return None, at
        common = ROLE_MODIFIERS | FUNCTIONS | ROLE_HEADS
        if first == match["owner"]:
            common |= ORGANISATION_NOUNS | OF_HEADS | {"jury"}  # "Club president"
        if first.endswith("-based") or first.lower() in _LEVELS:
            return None, at
        second = match["owner"][len(first) :].split()
        origin = _DEMONYM.search(first) and (not second or second[0].lower() in common)
        if first.lower() not in common and not (origin or first.upper() in _ABBREVIATIONS):
            return Span(*match.span("owner")), match.end()
    return None, at


def _is_used(text: str, letters: str) -> bool:
    """Whether letters are an organisation's: defined in brackets, or long and used again."""
    used = text.count(letters) if letters.isupper() else 0
    return f"({letters})" in text or used > (1 if len(letters) > 3 else 3)


def _stands_alone(text: str, whose: Span) -> bool:
    """Whether two names that "and" joins are one elsewhere too, where nothing is owned."""
    words = text[slice(*whose)]
    return text.count(words) > text.count(f"{words}’s") + text.count(f"{words}'s")


def _is_post(words: str) -> bool:
    """Whether an owner is itself a post: "the Chief Minister's envoy"."""
    *before, last = words.split()
    return (
        " of " not in words
        and last in ROLE_HEADS
        and all(word in ROLE_MODIFIERS | FUNCTIONS for word in before)
    )


def _last_of_row(text: str, whose: Span, known: frozenset[str]) -> Span:
    """The last of several names before "'s", unless together they are one: "A and Acme's chair"."""
    words = text[slice(*whose)]
    cut = words.rfind(" and ")
    last = " ".join(words[cut + 5 :].split()).lower()
    if cut < 0 or " ".join(words.split()).lower() in known:
        return whose
    first = words[:cut]
    before = _LAST_WORD.search(text, max(0, whose.start - 30), whose.start)
    alone = (
        last in known
        or any(name.startswith(f"{last} ") for name in known)
        or not (" " in first or _stands_alone(text, whose))
        or bool(set(first.lower().split()) & ROLE_HEADS)
        or (before is not None and before[1].lower() in ROLE_HEADS)
    )
    begin = whose.start + cut + 5
    begin += len("the ") if text.startswith("the ", begin) else 0
    return Span(begin, whose.end) if alone else whose
