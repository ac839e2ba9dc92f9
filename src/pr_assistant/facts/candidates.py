"""Where a name may begin and end amid words with capitals, before anything is known of it."""

from __future__ import annotations

import re

from pr_assistant.facts.given import is_given
from pr_assistant.facts.lexicon import (
    FUNCTIONS,
    NOT_NAMES,
    PARTICLES,
    POSTNOMINALS,
    SOFT,
)
from pr_assistant.facts.names import is_name
from pr_assistant.facts.posts import AFTER_HEAD
from pr_assistant.facts.title_words import (
    NAMES_TOO,
    before_title,
    is_head,
    is_second_word,
    joins_firm,
)
from pr_assistant.sentences import Span

_WORD = re.compile(r"\S+")
_CAPITALS = re.compile(r"[A-Z]{2,4}")
_GIVEN = re.compile(r"\s+[A-Z][a-z]+-[a-z]+\b")
"""The given name behind a surname in capitals: "Dr Samuel MA Kwok-ho"."""
_POSTNOMINALS = re.compile(POSTNOMINALS)
SENTENCE_OPENERS = frozenset(
    "But And In On At For With As When While After Before Since Under The This That Then Meanwhile"
    " Today Yesterday Tomorrow However Moreover Unlike Besides Instead Later Earlier Last Next"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    " Said Says Added Asked Announcing Speaking Besides Alongside Together Thanks About"
    " Call Phone"
    " Both Its Our Their If So Yet Now Also Here There From By To Like Among Between".split()
)


def name_end(text: str, start: int, end: int, known: frozenset[str]) -> int | None:
    """Where the name after an honorific ends: before any word that is none of it."""
    stop = None
    for word in _WORD.finditer(text, start, end):
        part = word.group().rstrip(".,")
        if (
            stop is not None
            and part[0] not in "“\"‘'"
            and part not in _SHORT_NAMES
            and not is_name(part, 1, sure=True)
            and part.lower() not in PARTICLES
            and (len(part) > 1 or not part.isupper())
        ):
            break
        letters = stop is not None and _CAPITALS.fullmatch(part)
        if letters and _POSTNOMINALS.fullmatch(f" {part}") and not _GIVEN.match(text, word.end()):
            break
        stop = word.end()
        if len(text[start:stop].split()) >= 8:
            break
    return stop


_SHORT_NAMES = frozenset("An So Do He To In You My Ha No Ma Hong May".split())
"""Names that are other words in English: taken for names where an honorific stands before."""


def candidates(text: str, run: re.Match[str], known: frozenset[str]) -> list[tuple[int, int]]:
    """Spans of a run of capitalised words that may be a name: all of it, or what a title leaves."""
    parts = [Span(*m.span()) for m in _WORD.finditer(text, run.start(), run.end())]
    while len(parts) > 1 and _POSTNOMINALS.fullmatch(f" {text[slice(*parts[-1])]}"):
        parts.pop()
    while parts and text[slice(*parts[0])] in SENTENCE_OPENERS:
        parts.pop(0)
    while len(parts) > 2 and _TOLD_OF.search(text[slice(*parts[0])]):
        parts.pop(0)
    if len(parts) > 1 and _DAY.search(text, max(0, run.start() - _BEFORE), parts[0].end):
        parts.pop(0)
    while len(parts) > 2 and (_is_heading(text, parts) or _is_calling(text, parts)):
        parts.pop(0)
    heads = [i for i, p in enumerate(parts) if is_head(text[slice(*p)])]
    heads += [i for i in range(1, len(parts)) if is_second_word(text, parts[i - 1], parts[i])]
    if heads and max(heads) == len(parts) - 1 and (named := before_title(text, parts)):
        parts = named
    elif heads:
        parts = parts[max(heads) + 1 :]
        while parts and text[slice(*parts[0])].lower() in AFTER_HEAD:
            parts.pop(0)
    while len(parts) > 2 and text[slice(*parts[0])].lower() in FUNCTIONS:
        parts.pop(0)
    spans = []
    for skip in range(max(1, min(5, len(parts) - 1))):
        rest = parts[skip:]
        if len(rest) < 2:
            break
        name = text[rest[0].start : rest[-1].end]
        words = " ".join(name.split())
        if (
            _LETTERS.match(words)
            or _NO_NAME.search(words)
            or text.endswith(("the ", "The "), 0, rest[0].start)
        ):
            continue
        if skip and not _is_field_or_owner(text, parts[:skip], known):
            continue
        if words.lower() in known or not is_name(words, 2, sure=True):
            continue
        if any(
            name.startswith(f"{words.lower()} ") and not joins_firm(name, words) for name in known
        ):
            continue  # how an organisation is called for short
        if any(sum(map(str.isupper, w)) > 1 and w.lower() in known for w in words.split()):
            continue  # "Press Desk VASU"
        spans.append((rest[0].start, rest[-1].end))
    if len(spans) > 1 and is_cut(text, run, run.end()):
        spans.reverse()
        spans.sort(key=lambda span: not _begins_given(text, *span))
    return spans


def _begins_given(text: str, start: int, end: int) -> bool:
    """Whether a name begins with a usual given name: "for Cooperatives Agnes Opio"."""
    first, *others = text[start:end].split()
    return is_given(first, others)


def _is_heading(text: str, parts: list[Span]) -> bool:
    """Whether the first of some words is a heading in capitals: "CONTACT Ann Lee"."""
    first, second = (text[slice(*part)] for part in parts[:2])
    return first.isupper() and first.lower() in NOT_NAMES - SOFT and not second.isupper()


def _is_calling(text: str, parts: list[Span]) -> bool:
    """Whether the first of some words says what or from where the person is whose given name
    comes next: "Ethiopian Dawit Roe", "Courier Ishaan Roe"."""
    first, second, *others = (text[slice(*part)] for part in parts)
    if not is_given(second, others) or is_given(first, [second]):
        return False
    before = text[max(0, parts[0].start - 3) : parts[0].start].rstrip(" ")
    opens = not before or before[-1] in '\n.“"'
    return bool(_ORIGIN.search(first) or (opens and _DOER.search(first)))


_TOLD_OF = re.compile(r"-(?:year-old|born|based|trained)$|^[A-Z][a-z]+(?:ch|sh|ts)(?:wo)?man$")
""" "Eight-year-old Ana Roe", "Kenya-born Ana Roe", "Frenchwoman Ana Roe"."""
_BEFORE = 20
_DAY = re.compile(
    r"\b(?:[Oo]n|[Ff]rom|[Uu]ntil|[Bb]y|[Ss]ince|\w+day),?\s+[0-3]?\d (?:April|May|June|August)$"
)
""" "On 27 May Acme Roe": no given name."""
_NO_NAME = re.compile(r"[A-Z]{3}[a-z]{2}|\b(?:New Zealander|South African|North American)$")
"""Where a headline in capitals runs into what follows it; what somebody is by their land."""
_ORIGIN = re.compile(r"^[A-Z][a-z]+(?:ist|ian|ese|ish|sman|swoman|rman)$")
_DOER = re.compile(r"^[A-Z][a-z]+(?:er|or|man|woman|ant|ent)$")
_LETTERS = re.compile(r"(?:[B-DF-HJ-NP-TV-Z]{3,5}|MV|MS|MT|RV|SS)\s+[A-Z][a-z]+$")
"""Letters before one name, as of ships and posts: "MV Skarven"."""


def is_cut(text: str, run: re.Match[str], start: int) -> bool:
    """Whether a name that begins amid a run may be one only if a title stands before it."""
    return start > run.start() and (
        run.group().split()[0].lower() in NAMES_TOO
        or bool(_OF_THE.search(text, max(0, run.start() - 80), run.start()))
    )


def _is_field_or_owner(text: str, skipped: list[Span], known: frozenset[str]) -> bool:
    """Whether the first words of a run are the end of a title, and a name may begin behind them."""
    words = " ".join(text[skipped[0].start : skipped[-1].end].split()).lower()
    return (
        words in known
        or all(word in FUNCTIONS for word in words.split())
        or words in NAMES_TOO
        or (words == "parliament" and text.endswith("Member of ", 0, skipped[0].start))
        or words.endswith((" master", " coach", " warden", " pilot"))
        or (" " not in words and _is_demonym(text, skipped[0], words))
        or bool(_OF_THE.search(text, max(0, skipped[0].start - 80), skipped[0].start))
    )


def _is_demonym(text: str, word: Span, lower: str) -> bool:
    """Whether a word says where somebody is from: "the Moroccan Youssef Benhaddou"."""
    return bool(re.search(r"(?:[a-z]an|ese|ish|[cd]h|ian)$", lower)) and text.endswith(
        "the ", 0, word.start
    )


_OF_THE = re.compile(
    r"\bof the\s+$|\b(?:[Mm]inister|[Ss]ecretary|[Cc]ommissioner|[Mm]ayor|[Gg]overnor"
    r"|[Pp]remier|[Aa]mbassador)\b[^.;:“”\"]{0,60}\b(?:of|for|and|&)"
    r"\s+(?:the\s+)?$|\b(?:[Hh]ead|[Dd]irector|[Cc]hief|[Mm]anager|[Pp]rofessor) of\s+$"
)
"""Where the first words of a run may still be of a title."""
