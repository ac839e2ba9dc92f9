"""The organisation in a line of contacts: in a row, in a label, behind a number."""

from __future__ import annotations

import re

from pr_assistant.facts import naming
from pr_assistant.facts.functions import is_function
from pr_assistant.facts.houses import is_house
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.lexicon import FUNCTIONS, OF_HEADS, ROLE_HEADS
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.names import UPPER, key, looks_like_organisation
from pr_assistant.facts.owners import GENERIC
from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span

LABEL = re.compile(r"(?:media|press|news|investor|analyst|contact|enquir|inquir)", re.IGNORECASE)
_COMMON = frozenset("campus office centre team desk hospital museum of the and &".split())
"""Words that with fields of work make the name of a desk: "University Press Office"."""
_OF_STATE = re.compile(r"(?:Ministry|Academy|Institute|University|Bank|Port|City) (?:of|for) ")
"""How names begin that fields of work end and that are of no desk: "Ministry of Trade"."""
_PRESS_OF = re.compile(
    r"(?:press|media|news)\s+(?:office|desk|team|service|officer|department)\s+(?:of|at|for)\s+(?:the\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
_FOR = re.compile(rf"For\s+(?:the\s+)?(?=[{UPPER}])")
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_DOMAIN = re.compile(r"@([\w.-]+)")
_BEHIND_NUMBER = re.compile(
    r"[,:]?\s+[^();\n]{0,60}\d[^();\n]{0,6}\((?P<whose>[A-Z][^()\n]{1,60})\)"
)
_REST = re.compile(
    rf"(?:\s+(?:(?:for|of|the|in|on|de|di|y|e|i|og|und|et)\s+){{1,2}}[{UPPER}][\w’'-]*"
    rf"(?:\s[{UPPER}][\w’'-]*){{0,3}})+(?=\s*(?:[,;|/)\n]|$))"
)
"""What small words join to a name up to the next comma of its line."""
_IS_DESK = re.compile(r"^\S+\s(?:Press|Media|News)\s(?:Office|Team|Desk|Relations|Centre|Room)$")
_COMMA = re.compile(
    r"\.?(?:\s(?:office|desk|team|department|service|contact|relations|enquiries|inquiries)\b)?"
    r"(?:\s*\([^()\n]*\))?,\s+(?:the\s+)?"
)
_LABELLED = re.compile(
    r"(?:(?:^|[;•*·|]\s*|:\s+|(?<=\d\.\s)|(?<=\n))(?P<label>(?:(?!\d\d)[^:;\n@|·]){2,60}?)(?::|\s[–—-])\s*"
    r"|(?:^|(?<=\n))(?P<first>[^:;\n@|]{2,60}?)(?::|\s[–—-])\s[^:\n]*(?:[;,/]|\band|\bor)\s*)$"
)
"""A label right before a name, or before the first of several on its line."""


def in_row(text: str, at: int, end: int, known: frozenset[str]) -> Span | None:
    """The first organisation of a row that commas part, desks left out: "Press Office, Acme"."""
    while True:
        organisation, stop = naming.named(text, at, end, known)
        if organisation is None:
            return None
        if rest := _REST.match(text, stop, end):  # "Lanterns for Learning,"
            organisation, stop = Span(organisation.start, rest.end()), rest.end()
        words = " ".join(text[slice(*organisation)].split())
        if words.split()[0].lower() in ROLE_HEADS:
            return None
        if own := _of_desk(text, words, known):
            return Span(at, at + len(own))
        again = " " in words and text.count(words) > 2 and not is_function(words)
        if again or is_organisation(text, words, known) or _has_address(text, words, stop, end):
            return organisation
        comma = _COMMA.match(text, stop, end)
        if comma is None:
            return None
        at = comma.end()


def _of_desk(text: str, words: str, known: frozenset[str]) -> str | None:
    """The organisation that the name of a desk begins with: "Acme Communications"."""
    parts = words.split()
    for count in range(len(parts) - 1, 0, -1):
        name = " ".join(parts[:count])
        if count == 1 and _IS_DESK.search(words) and is_house(text, name):
            return name
        if is_function(" ".join(parts[count:])) and any(
            each == name.lower() or (each.startswith(f"{name.lower()} ") and each != words.lower())
            for each in known
        ):
            return name
    return None


def _has_address(text: str, words: str, at: int, end: int) -> bool:
    """Whether the address behind a name is at its domain: "Fennel, isla@fennel.example"."""
    domain = _DOMAIN.search(text, at, end)
    return bool(domain) and len(key(words)) > 3 and key(words) in key(domain[1])  # type: ignore[index]


def behind_number(text: str, at: int, end: int, known: frozenset[str]) -> Span | None:
    """The organisation in brackets behind somebody's number: "Ann Lee, 555-0119 (Acme)"."""
    bracket = _BEHIND_NUMBER.match(text, at, end)
    if bracket is None or not is_organisation(text, " ".join(bracket["whose"].split()), known):
        return None
    return Span(*bracket.span("whose"))


def is_called_like(words: str, known: frozenset[str]) -> bool:
    """Whether words begin like the name of an organisation of the release: "Globex Tech"."""
    first, *rest = words.split()
    return bool(rest) and len(first) > 3 and any(n.startswith(f"{first} ") for n in known)


def is_organisation(text: str, words: str, known: frozenset[str]) -> bool:
    """Whether words of a block of contacts name an organisation and no desk."""
    if all(w.lower() in FUNCTIONS | OF_HEADS | _COMMON for w in words.split()):
        return bool(_OF_STATE.match(words))
    lower = words.lower()
    if lower in known or any(name.startswith(f"{lower} ") for name in known):
        return True
    letters = re.fullmatch(r"[A-Z]{3,10}", words) and lower not in ROLE_HEADS
    if letters and (f"({words})" in text or (len(words) > 3 and text.count(words) > 1)):
        return True
    if is_called_like(lower, known):
        return not is_function(words)
    if is_function(words):
        return False
    return looks_like_organisation(words) or " & " in words or is_house(text, words)


def label_before(
    layout: Layout, mention: Mention, line: Span, known: frozenset[str], title: Title | None
) -> Span | None:
    """The organisation of a label before the name: "Globex: Jane Roe, press officer"."""
    text = layout.text
    begin = max(0, text.rfind("\n", 0, line.start) + 1)
    before = mention.lead if mention.lead >= 0 else mention.start
    if title and title.title and title.title.end <= before:
        before = title.title.start
    match = _LABELLED.search(text[begin:before])
    if match is None:
        return None
    label = match["label"] or match["first"]
    press = _PRESS_OF.match(label.lstrip(" •*–-")) or _FOR.match(label.lstrip(" •*–-"))
    if press is None and LABEL.search(_ASIDE.sub("", label)):
        return None
    stop = begin + match.end("label" if match["label"] else "first")
    start = stop - len(label.lstrip(" •*–-"))
    if label.endswith(")") and "(" in label:  # "Acme (financial adviser): Jane Roe"
        stop = start + len(text[start:stop][: text[start:stop].rindex("(")].rstrip())
    if press:
        start += press.end()
    words = " ".join(text[start:stop].split())
    if words.lower() in GENERIC or all(
        w.lower() in FUNCTIONS | OF_HEADS | _COMMON for w in words.split()
    ):
        return None
    if words[:1].isupper() and " " in words and text.count(words) > 1:
        return Span(start, stop)
    organisation, end = naming.named(text, start, stop, known)
    if organisation is None or end < stop - text[start:stop].endswith("."):
        return None
    organisation = Span(start, stop)
    sure = bool(press) or words.lower() in known or looks_like_organisation(words)
    sure = sure or words.isupper()
    return organisation if sure or text.count(words) > 1 else None
