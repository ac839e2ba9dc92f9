"""Names in a block of contacts, with the title and organisation that its lines give."""

from __future__ import annotations

import re

from pr_assistant.facts import naming, titles
from pr_assistant.facts.desk_names import (
    LABEL,
    behind_number,
    in_row,
    is_organisation,
    label_before,
)
from pr_assistant.facts.functions import is_function
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.names import RUN, is_name, looks_like_organisation
from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span


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
        not re.match(
            r"\s*(?:[,(·|/:\n–—+-]|[0(]\d|\d{3}|$| on\b| at\b| o| for\b| of\b)", after + " "
        )
        and after.strip()
    ):
        return False
    return bool(
        not before.strip(" •*-–—·")
        or re.search(
            r"(?::|[·|/,;–—(-]|\b[Cc]ontact|\bor|\band|\bto|\b[Cc]all|\b[Rr]ing|\b[Pp]hone|\b[Ee]-?mail|\bfor)\s*$",
            before,
        )
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
    if found is None:
        found = next((t.organisation for _, t in mention.found if t.organisation), None)
    separated = "·" in text[slice(*block)] or "|" in text[slice(*block)]
    first = 0 if separated else index + 1
    if found is None:
        found = label_before(layout, mention, lines[index], known, title)
    behind = max(mention.end, title.title.end if title and title.title else 0)
    beside = _BESIDE.match(text, behind, lines[index].end) if found is None else None
    if beside:
        found = in_row(text, beside.end(), lines[index].end, known)
    found = found or behind_number(text, mention.end, lines[index].end, known)
    opening = text.rfind("(", lines[index].start, mention.start)
    if found is None and (opening >= 0 or text.endswith(", ", lines[index].start, _lead(mention))):
        begin, _ = _trimmed(text, lines[index])
        begin = max(begin, text.rfind(";", begin, mention.start) + 2)
        label = text.find(": ", begin, mention.start)
        found = in_row(text, label + 2 if label >= 0 else begin, _lead(mention), known)
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
        if (
            found is None
            and one.start > mention.end
            and (row := _DESK_ROW.match(text, begin, stop))
        ):
            found = in_row(text, row.end(), stop, known)
        if found is None and not any(c.isdigit() for c in words) and "@" not in words:
            organisation, end = naming.named(text, begin, stop, known)
            if (
                organisation
                and end >= begin + len(words.rstrip("."))
                and is_organisation(text, words.rstrip("."), known)
            ):
                found = Span(begin, begin + len(words))
    for one in reversed(lines[:index]) if found is None and not separated else ():
        begin, stop = _trimmed(text, one)
        if opens := _LABEL_OPENS.match(text, begin, stop):
            begin = opens.end()
        words = text[begin:stop].rstrip(" ,:")
        alone = " " not in words and words.lower() not in known and text.count(words) < 2
        if LABEL.match(words) or alone:
            continue
        if aside := _ASIDE.search(words):  # "Harrow & Pym (financial PR)"
            words = words[: aside.start()]
        organisation, end = naming.named(text, begin, stop, known)
        if organisation and end >= begin + len(words.rstrip(".")):
            if is_organisation(text, words.rstrip("."), known):
                found = Span(begin, begin + len(words))
        elif organisation and opens is None and _DESK.match(text, end):
            found = in_row(text, begin, begin + len(words), known)
        if found:
            break
    if title is None and found is None:
        return
    mention.found = [(2, Title(title.title if title else None, found, mention.end))]


_BESIDE = re.compile(r"(?:,|\s/|\son behalf of|\sfor)\s+(?:the\s+)?")
"""What stands between somebody and whose they are."""
_ASIDE = re.compile(r"\s*\([^()\n]*\)$")
_NEXT = re.compile(
    r",\s+(?P<name>[A-Z][\w’'-]+\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)(?:,\s+|\s+)(?:\(?[+\d]|[\w.-]+@)"
)


def _is_firm_of_next(text: str, start: int, end: int) -> bool:
    """Whether words name the firm of somebody behind them: "Acme House, Ann Lee, 555 0144"."""
    behind = _NEXT.match(text, end)
    if behind is None or not is_name(name := behind["name"]) or looks_like_organisation(name):
        return False
    words = " ".join(text[start:end].split())
    return text.count(words) > 1 and text.count(name) == 1 and not is_function(name)


_STREET = re.compile(
    r"\d+/F|\b(?:Tower|Street|Road|Avenue|Floor|Building|Square)\b|\d+ [A-Z][a-z]+ [A-Z]"
)
"""What stands before a district in an address."""
_LABEL_OPENS = re.compile(
    r"(?:media|press|news|investors?|analysts?|contacts?|enquir\w+"
    r"|inquir\w+)(?: [a-z]+){0,2}:\s+(?=[A-Z])",
    re.I,
)
_DESK_ROW = re.compile(
    r"[^,\n@\d]{0,60}\b(?:Office|Department|Desk|Team|Division|Relations|Communications|Affairs|Unit)"
    r",\s+(?=[A-Z][^,\n@\d]*$)",
    re.MULTILINE,
)
"""A desk and whose it is, on a line of their own: "Press Office, Acme"."""
_DESK = re.compile(r"\.?,\s")


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
