"""Names with capitals: where one ends, and whether it is of an organisation or a field of work."""

from __future__ import annotations

import re

from pr_assistant.facts.functions import is_function, is_unit
from pr_assistant.facts.lexicon import (
    FUNCTIONS,
    OF_HEADS,
    ORGANISATION_NOUNS,
    ORGANISATION_SUFFIXES,
)
from pr_assistant.facts.names import HONORIFIC, UPPER, is_name, looks_like_organisation
from pr_assistant.sentences import Span

ACRONYM = re.compile(r"\s*\([A-Z][\w&.+-]{1,10}\)")
CAPITAL = re.compile(
    rf"(?:St|Ste|Sta|Sto|Mt|Ft)\.(?=\s[{UPPER}])|[{UPPER}\d][\w&’'+./-]*[\w]|[{UPPER}]|[a-z]+[A-Z]\w*|[dl]['’][A-Z]\w+|plc\b"
)
GAP = re.compile(
    rf"(?:(?<=s)['’])?[ \t\u00a0]+(?=[{UPPER}][\w-]+ (?:Union|Association|Federation|League)\b"
    r"|Union\b|Local\b|House\b|Retirement\b"
    r"|Forum\b|Association\b|Federation\b|Society\b|Club\b"
    r"|Council\b|Guild\b|Board\b|Commission\b|Committee\b|Trust\b|Fund\b|League\b|Network\b"
    r"|Cooperative\b|Co-operative\b|Bank\b|Institute\b|Alliance\b|Group\b|Foundation\b|Agency\b)"
    r"|[ \t\u00a0]+|[ \t]*\n(?!\s*\n)[ \t]*"
)
_LINK = re.compile(
    r"(of|and|for|de|du|da|do|das|dos|di|del|della|dello|degli|des|der|van|von|la)"
    r"(?:\s+(?:la|las|los))?\s+(?:the\s+)?"
)
_THE_BODY = re.compile(
    rf"the\s+(?:[{UPPER}][\w’'-]*\s+){{1,3}}?(?:Alliance|Campaign|Coalition|Trust|Foundation|Fund|Network"
    r"|Initiative|Society|Association|Group|Project|Movement)\b"
)
"""What goes on with an imperative: "Save the Fen Alliance"."""
_SHORTENED = re.compile(r"\b(?:Inc|Ltd|Corp|Co)$")
_STOP_INSIDE = re.compile(r"\.(?=[,;)]| [a-z(–—]|\n(?!\n))")
"""A full stop that shortens a word and ends no sentence."""
_NUMBERED = re.compile(r"\s+No\.\s?\d+")
_AMOUNT = re.compile(
    r"[A-Z]{1,3}\.?[$€£]?\s?\d[\d.]*(?:,\d{3}|\s(?:million|billion|trillion|crore|lakh)\b)"
)
"""Money: "PHP 1,500"."""
_ENDING_NUMBER = re.compile(r"\s\d\d?(?=[,.;)]|\s\()")
_NUMBER = re.compile(r"[\d(+][\d().+/-]*(?![\w’'&])(?!\s+[A-Z])")


def named(text: str, at: int, end: int, known: frozenset[str]) -> tuple[Span | None, int]:
    """(a name with capitals that begins at `at`, where it ends with its acronym)."""
    first = CAPITAL.match(text, at, end)
    if first is None or _NUMBER.match(text, at, end) or _AMOUNT.match(text, at, end):
        return None, at
    if HONORIFIC.match(text, at, end):
        return None, at
    stop = first.end()
    best = stop if text[at:stop].lower() in known else None
    while True:
        gap = GAP.match(text, stop, end)
        if gap is None:
            break
        if HONORIFIC.match(text, gap.end(), end):
            break
        if text.startswith("& ", gap.end()):
            nxt = CAPITAL.match(text, gap.end() + 2, end)
            if nxt is None:
                break
            stop = nxt.end()
            continue
        token = CAPITAL.match(text, gap.end(), end)
        if token is None:
            link = _LINK.match(text, gap.end(), end)
            saving = _THE_BODY.match(text, gap.end(), end) if stop == first.end() else None
            if link is None and saving:
                stop = saving.end()
                continue
            if link is None:
                break
            follows = CAPITAL.match(text, link.end(), end)
            if follows is None or HONORIFIC.match(text, link.end(), end):
                break
            written = " ".join(text[at:stop].split()).lower()
            if written in known:
                best = stop
            last = written.rsplit(" ", 1)[-1]
            if link[1] == "of" and is_unit(written) and written not in known:
                break
            continued = link[1] == "for" and _continues(text, at, link.end(), end, known)
            if link[1] == "of" and not (
                last in OF_HEADS
                or _continues(text, at, link.end(), end, known)
                or _OF_LAND.fullmatch(written)
            ):
                break
            serves = link[1] == "for" and last in OF_HEADS
            if (
                link[1] in ("and", "for")
                and not (serves or continued)
                and not _spans_and(text, at, stop, link.end(), end, known)
            ):
                break
            stop = follows.end()
            continue
        stop = token.end()
        if " ".join(text[at:stop].split()).lower() in known:
            best = stop
    if best is not None and re.match(
        r"\s+(?:and|of|for)\b|[\s]*[,.;]", text[best : best + 6] + "."
    ):
        stop = max(best, stop) if text[best:stop].strip() == "" else stop
    span = Span(at, stop)
    while text[span.end - 1] in ".,":
        tail = text[slice(*span)].rsplit(" ", 1)[-1].lower()
        if text[span.end - 1] == "." and tail in ORGANISATION_SUFFIXES:
            break
        span = Span(at, span.end - 1)
    if suffix := re.compile(
        r"\.?,?\s+(?:(?:Pvt|Pte|Pty|Sdn|Co)\.?,?\s+)?(?:Inc|Ltd|Bhd|LLC|L\.P|Corp|Co|S\.A|N\.V)\b\.?"
    ).match(text, span.end, end):
        span = Span(at, suffix.end())
    if _SHORTENED.search(text, max(at, span.end - 6), span.end) and _STOP_INSIDE.match(
        text, span.end, end
    ):
        span = Span(at, span.end + 1)
    if re.search(r"['’]s?$", text[slice(*span)]):
        span = Span(at, span.end - len(re.search(r"['’]s?$", text[slice(*span)])[0]))  # type: ignore[index]
    numbered = _NUMBERED.match(text, span.end, end) or _ENDING_NUMBER.match(text, span.end, end)
    if numbered:
        span = Span(at, numbered.end())
    after = ACRONYM.match(text, span.end, end)
    if after and is_function(text[slice(*span)]) is False:
        return Span(at, span.end), after.end()
    return span, span.end


_OF_LAND = re.compile(r"(?:chamber|ministry|academy|federation|confederation) of [\w ]+")
"""What has a second "of": "Chamber of Commerce of Peru"."""


def _continues(text: str, at: int, link: int, end: int, known: frozenset[str]) -> bool:
    """Whether a name this release knows runs over an "of"."""
    ahead = " ".join(text[at : min(end, at + 90)].split()).lower()
    return any(name.startswith(ahead[: link - at]) and ahead.startswith(name) for name in known
               if len(name) > link - at)  # fmt: skip


def _spans_and(
    text: str, at: int, stop: int, follows: int, end: int, known: frozenset[str]
) -> bool:
    """Whether "A and B" is one name: B ends in an organisation's noun and A does not."""
    before = " ".join(text[at:stop].split())
    if before.lower() in known:
        return False
    match = re.compile(rf"(?:[{UPPER}][\w’'-]*)(?:\s+[{UPPER}][\w’'-]*){{0,4}}").match(
        text, follows, end
    )
    if match is None:
        return False
    after = match.group().split()
    ends_before = before.rsplit(" ", 1)[-1].lower() in ORGANISATION_NOUNS - FUNCTIONS
    if is_name(match.group()) and not any(w.lower() in FUNCTIONS for w in after):
        return False
    if before.split()[0].lower() in OF_HEADS and len(after) <= 2:
        return True
    if all(w.lower() in FUNCTIONS for w in (*before.split(), *after)):
        return True
    if is_function(before) and len(after) == 1:
        return True
    return after[-1].lower() in ORGANISATION_NOUNS and not ends_before


def is_organisation(words: str, known: frozenset[str]) -> bool:
    """Whether a name with capitals is rather an organisation's than a person's."""
    if words.lower() in known:
        return True
    parts = words.split()
    if not parts[0][0].isalpha() and not any(p[0].isupper() for p in parts):
        return False  # a number
    return (
        any(p.strip(",.").lower() in ORGANISATION_NOUNS for p in parts)
        or len(parts) == 1
        or not is_name(words)
        or parts[0].isupper()
        or looks_like_organisation(words)
    )
