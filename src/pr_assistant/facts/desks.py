"""Names in a block of contacts, with the title and organisation that its lines give."""

from __future__ import annotations

import re

from pr_assistant.facts import naming, titles
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.lexicon import FUNCTIONS, OF_HEADS
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.names import RUN, is_name, key, looks_like_organisation
from pr_assistant.facts.owners import GENERIC
from pr_assistant.facts.titles import Title
from pr_assistant.sentences import Span

_LABEL = re.compile(r"(?:media|press|news|investor|analyst|contact|enquir|inquir)", re.IGNORECASE)


def is_contact_line(text: str, line: Span, start: int, end: int) -> bool:
    """Whether a name in a block of contacts opens its line or follows its label."""
    begin = max(text.rfind("\n", line.start, start) + 1, line.start)
    before, after = text[begin:start], text[end : end + 5]
    if _is_firm_of_next(text, start, end):
        return False
    if re.match(r":\s+[A-Z]", after):
        return False  # a label
    if _STREET.search(before):
        return False
    if (
        not re.match(r"\s*(?:[,(·|/:\n–—+-]|[0(]\d|\d{3}|$| on\b| at\b| o)", after + " ")
        and after.strip()
    ):
        return False
    return bool(
        not before.strip(" •*-–—·")
        or re.search(r"(?::|[·|/,;–—(-]|\b[Cc]ontact|\bor|\band|\bto|\bcall|\bring|\bphone|\bemail|\bfor)\s*$", before)
    )


def organisation_of_line(
    layout: Layout, mention: Mention, line: Span, known: frozenset[str]
) -> None:
    """In a block of contact lines, the title and organisation that its other lines give."""
    text = layout.text
    block = _block(text, line)
    lines = [Span(*m.span()) for m in re.compile(r"[^\n·|]+").finditer(text, *block)]
    index = next((i for i, one in enumerate(lines) if one.start <= mention.start < one.end), None)
    if index is None:
        return
    title: Title | None = next((t for _, t in mention.found if t.title), None)
    found: Span | None = title.organisation if title else None
    separated = "·" in text[slice(*block)] or "|" in text[slice(*block)]
    first = 0 if separated else index + 1
    if found is None:
        found = _label_before(layout, mention, lines[index], known, title)
    if (
        found is None
        and title is None
        and (beside := re.compile(r",\s+(?:the\s+)?").match(text, mention.end, lines[index].end))
    ):
        found = _in_row(text, beside.end(), lines[index].end, known)
    found = found or _behind_number(text, mention.end, lines[index].end, known)
    opening = text.rfind("(", lines[index].start, mention.start)
    if found is None and (opening >= 0 or text.endswith(", ", lines[index].start, _lead(mention))):
        begin, _ = _trimmed(text, lines[index])
        begin = max(begin, text.rfind(";", begin, mention.start) + 2)
        label = text.find(": ", begin, mention.start)
        found = _in_row(text, label + 2 if label >= 0 else begin, _lead(mention), known)
    for one in lines[first:]:
        if one == lines[index]:
            continue
        begin, stop = _trimmed(text, one)
        if opens := _LABEL_OPENS.match(text, begin, stop):
            if one.start > mention.end:
                break
            begin = opens.end()  # "Enquiries: Acme Communications", and the names below
        words = text[begin:stop].rstrip(" ,")
        if one.start > mention.end and RUN.fullmatch(words) and is_name(words):
            break
        if one.start > mention.end and re.match(
            r"[^\n]{0,40}(?:contact|enquir|relations)\w*:", words, re.I
        ):
            break
        parsed = titles.parse(text, begin, stop, known) if title is None else None
        if parsed and parsed.title and (parsed.stop >= stop - 1 or text[parsed.stop] == ","):
            title = parsed
            found = found or parsed.organisation
            continue
        if found is None and not any(c.isdigit() for c in words) and "@" not in words:
            organisation, end = naming.named(text, begin, stop, known)
            if (
                organisation
                and end >= begin + len(words.rstrip("."))
                and _is_organisation(text, words.rstrip("."), known)
            ):
                found = Span(begin, begin + len(words))
    for one in reversed(lines[:index]) if found is None and not separated else ():
        begin, stop = _trimmed(text, one)
        if opens := _LABEL_OPENS.match(text, begin, stop):
            begin = opens.end()
        words = text[begin:stop].rstrip(" ,:")
        if _LABEL.match(words):
            continue
        organisation, end = naming.named(text, begin, stop, known)
        if organisation and end >= begin + len(words.rstrip(".")):
            if _is_organisation(text, words.rstrip("."), known):
                found = Span(begin, begin + len(words))
        elif organisation and opens is None and _DESK.match(text, end):
            found = _in_row(text, begin, begin + len(words), known)
        if found:
            break
    if title is None and found is None:
        return
    mention.found = [(2, Title(title.title if title else None, found, mention.end))]


_NEXT = re.compile(
    r",\s+(?P<name>[A-Z][\w’'-]+\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)(?:,\s+|\s+)(?:\(?[+\d]|[\w.-]+@)"
)


def _is_firm_of_next(text: str, start: int, end: int) -> bool:
    """Whether words name the firm of somebody behind them: "Acme House, Ann Lee, 555 0144"."""
    behind = _NEXT.match(text, end)
    if behind is None or not is_name(name := behind["name"]) or looks_like_organisation(name):
        return False
    words = " ".join(text[start:end].split())
    return text.count(words) > 1 and text.count(name) == 1 and not naming.is_function(name)


_COMMON = frozenset("campus office centre team desk hospital museum of the and &".split())
"""Words that with fields of work make the name of a desk: "University Press Office"."""
_STREET = re.compile(
    r"\d+/F|\b(?:Tower|Street|Road|Avenue|Floor|Building|Square)\b|\d+ [A-Z][a-z]+ [A-Z]"
)
"""What stands before a district in an address."""
_LABEL_OPENS = re.compile(
    r"(?:media|press|news|investors?|analysts?|contacts?|enquir\w+"
    r"|inquir\w+)(?: [a-z]+){0,2}:\s+(?=[A-Z])",
    re.I,
)
_DOMAIN = re.compile(r"@([\w.-]+)")
_BEHIND_NUMBER = re.compile(
    r"[,:]?\s+[^();\n]{0,60}\d[^();\n]{0,6}\((?P<whose>[A-Z][^()\n]{1,60})\)"
)
_DESK = re.compile(r"\.?,\s")
_COMMA = re.compile(r"\.?(?:\s*\([^()\n]*\))?,\s+(?:the\s+)?")
_LABELLED = re.compile(
    r"(?:(?:^|[;•*·|]\s*|:\s+|(?<=\d\.\s)|(?<=\n))(?P<label>(?:(?!\d\d)[^:;\n@|·]){2,60}?)(?::|\s[–—-])\s*"
    r"|(?:^|(?<=\n))(?P<first>[^:;\n@|]{2,60}?)(?::|\s[–—-])\s[^:\n]*[;,]\s*)$"
)
"""A label right before a name, or before the first of several on its line."""


def _in_row(text: str, at: int, end: int, known: frozenset[str]) -> Span | None:
    """The first organisation of a row that commas part, desks left out: "Press Office, Acme"."""
    while True:
        organisation, stop = naming.named(text, at, end, known)
        if organisation is None:
            return None
        words = " ".join(text[slice(*organisation)].split())
        if own := _of_desk(words, known):
            return Span(at, at + len(own))
        if _is_organisation(text, words, known) or _has_address(text, words, stop, end):
            return organisation
        comma = _COMMA.match(text, stop, end)
        if comma is None:
            return None
        at = comma.end()


def _of_desk(words: str, known: frozenset[str]) -> str | None:
    """The organisation that the name of a desk begins with: "Acme Communications"."""
    parts = words.split()
    for count in range(len(parts) - 1, 0, -1):
        name = " ".join(parts[:count])
        if naming.is_function(" ".join(parts[count:])) and any(
            each == name.lower() or (each.startswith(f"{name.lower()} ") and each != words.lower())
            for each in known
        ):
            return name
    return None


def _has_address(text: str, words: str, at: int, end: int) -> bool:
    """Whether the address behind a name is at its domain: "Fennel, isla@fennel.example"."""
    domain = _DOMAIN.search(text, at, end)
    return bool(domain) and len(key(words)) > 3 and key(words) in key(domain[1])  # type: ignore[index]


def _behind_number(text: str, at: int, end: int, known: frozenset[str]) -> Span | None:
    """The organisation in brackets behind somebody's number: "Ann Lee, 555-0119 (Acme)"."""
    bracket = _BEHIND_NUMBER.match(text, at, end)
    if bracket is None or not _is_organisation(text, " ".join(bracket["whose"].split()), known):
        return None
    return Span(*bracket.span("whose"))


def _is_organisation(text: str, words: str, known: frozenset[str]) -> bool:
    """Whether words of a block of contacts name an organisation and no desk."""
    if all(w.lower() in FUNCTIONS | OF_HEADS | _COMMON for w in words.split()):
        return False
    lower = words.lower()
    if lower in known or any(name.startswith(f"{lower} ") for name in known):
        return True
    if words.isupper() and re.fullmatch(r"[A-Z]{3,6}", words) and f"({words})" in text:
        return True
    return (looks_like_organisation(words) or " & " in words) and not naming.is_function(words)


def _label_before(
    layout: Layout, mention: Mention, line: Span, known: frozenset[str], title: Title | None
) -> Span | None:
    """The organisation of a label before the name: "Globex: Jane Roe, press officer"."""
    text = layout.text
    begin = max(0, text.rfind("\n", 0, line.start) + 1)
    before = mention.lead if mention.lead >= 0 else mention.start
    if title and title.title and title.title.end <= before:
        before = title.title.start
    match = _LABELLED.search(text[begin:before])
    if match is None or _LABEL.search(label := match["label"] or match["first"]):
        return None
    stop = begin + match.end("label" if match["label"] else "first")
    start = stop - len(label.lstrip(" •*–-"))
    if label.endswith(")") and "(" in label:  # "Acme (financial adviser): Jane Roe"
        stop = start + len(text[start:stop][: text[start:stop].rindex("(")].rstrip())
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
    sure = words.lower() in known or looks_like_organisation(words) or words.isupper()
    return organisation if sure or text.count(words) > 1 else None


def _lead(mention: Mention) -> int:
    """Where a mention begins with its honorific."""
    return mention.lead if mention.lead >= 0 else mention.start


def _trimmed(text: str, span: Span) -> tuple[int, int]:
    start, end = span
    while start < end and text[start] in " \t•*–-\u00a0":
        start += 1
    while end > start and text[end - 1] in " \t\u00a0":
        end -= 1
    return start, end


def _block(text: str, line: Span) -> Span:
    start = text.rfind("\n\n", 0, line.start)
    end = text.find("\n\n", line.start)
    return Span(start + 2 if start >= 0 else 0, end if end >= 0 else len(text))
