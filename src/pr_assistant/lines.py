"""What a line of a release is by its own words: metadata, a heading, an address, prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pr_assistant.dateline import DATE
from pr_assistant.models import SectionKind
from pr_assistant.sentences import MAYBE_FINAL, UPPER

BULLET = re.compile(r"\s*(?:[•●▪◦‣*–—-]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)")
TABLE_ROW = re.compile(r"\||\t|\S {3,}\S")

_MARKS = r"[#*_\s]*"
"""What makes a heading of a line in Markdown."""
_TIME = r"[\s,(]*(?:at\s+)?\d{1,2}[:.]\d{2}\b.{0,12}"
_DATED = rf"[(\[]?{DATE}[)\]]?(?:{_TIME})?{_MARKS}$"
_END = rf"\s*(?:[*_]*:|[\]*_|–—-]*\s*$|[–—,|-]?\s*{_DATED})"
"""What follows a keyword that labels a line: a headline that begins like one goes on otherwise."""
_PICTURE = (
    r"\[?(?:image|photo|logo|caption)\b(?:\s*\d+\b|\s+(?:credit|caption)|\s+(?:courtesy|available)\b.*)?"
    rf"(?:{_END}|\s*(?:[–—-]\s*)?https?:)"
)
_EMBARGO = (
    r"(?:strictly\s+)?(?:under\s+)?(?:strict\s+)?embargo(?:ed)?"
    rf"(?:\s+(?:until|till|for\s+(?:release|publication))\b|{_END})"
)
_BARE_DATE = re.compile(rf"{_MARKS}(?:[{UPPER}]\w{{2,11}}[,:]?\s+)?{_DATED}")
_LEADING_METADATA = re.compile(
    rf"\s{{0,4}}(?:date\s{{0,4}}:?\s{{0,4}}{DATE}"
    r"|(?:for immediate release|(?:press|news|media) (?:release|alert))\s{0,4}[:–—|-]"
    rf"|for immediate release(?=\s+(?!(?:to|by|on|at|from|in)\b|{DATE})\S+(?:\s+\S+){{4}}))"
    r"\s{0,4}",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*(?:[-=_*~]\s*){3,}$")
_DIGITS = r"[+(]?\d[\d\s()./-]{5,}\d"
_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+\.\w"
    r"|^\W*(?:tele?(?:phone)?|phone|mobile|mob|cell|fax|office|direct(?: line)?|[tmpfo])"
    rf"\b[\s.:]*{_DIGITS}"
    r"|[+(]\d[\d\s().-]{6,}\d\s*$|\b\d{3,5}[ .-]\d{3}[ .-]\d{3,4}\s*$"
    r"|^\W*(?:(?:web(?:site)?|url)\s*:\s*)?(?:https?://|www\.)\S+\s*$",
    re.IGNORECASE,
)
_CONTACT_LABEL = re.compile(
    rf"{_MARKS}(?:(?:(?:media|press|news|investor|pr|public relations)\s+)?"
    rf"(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))(?:\s+(?:details|information|person|us))?{_END}"
    r"|for (?:more|further|media|press)\b[^.]{0,40}(?:contact|enquir|inquir))",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(
    rf"[({{]?[{UPPER}\d]|(?:of|and|for|the|at|de|van|von|der|la|du|di)$|[&|–—/-]$"
)
_MAX_NAME = 5
"""Words that a line with a name, an organisation or a street has at most."""

_NAMED = rf"(?:(?-i:[{UPPER}\"“'‘]|[a-z][A-Z]|\d\w*\b(?!\s+[a-z]))|the\b|us\b)"
_ABOUT = re.compile(rf"{_MARKS}about\s+{_NAMED}.{{0,90}}$", re.IGNORECASE)
_ABOUT_LOWER = re.compile(r"about(?:\s+[\w&'’-]+){1,4}:?$")
_ABOUT_RUN_IN = re.compile(
    rf"{_MARKS}(?P<heading>(?i:about)\s+(?!\d+\b){_NAMED}(?:\([^()\n]*\)|[^()\n:–—]){{0,70}}?)"
    rf"(?:[*_]{{2}}[:.]?|\s*[*_]*:[*_]*(?=\s)|\s*[*_]*\s+[–—-]|[*_]*[–—])\s*(?=[\"“]?[{UPPER}\d])"
)
_LOWER_WORD = re.compile(r"\b[a-z]{2,}\b")
_MAX_LOWER = 4
"""A heading has hardly a word in lower case; a sentence that begins like one is full of them."""
_CONTACT = re.compile(
    rf"{_MARKS}(?:(?:media|press|news|investor|analyst)s?\s*(?:and \w+ )?(?:contacts?|enquir|inquir"
    r"|relations|office)|contacts?\b|for (?:more|further|media|press)\b[^.]{0,40}"
    r"(?:contact|enquir|inquir)|enquiries|inquiries)",
    re.IGNORECASE,
)
_NOTE = re.compile(
    rf"{_MARKS}(?:notes?\s+(?:to|for)\s+editors?|forward[- ]looking|safe harbo|cautionary"
    rf"|disclaimer|non-gaap|-*\s*ends?\s*-*\s*$|source\s*:|(?-i:SOURCE)\s|view original|{_PICTURE}"
    r"|\(this (?:press )?release|[#\s]+$)",
    re.IGNORECASE,
)
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S")
_BEFORE_COLON = re.compile(r"(?:\([^()]*\)|[^:(]|\((?![^()]*\)))*")
_MAX_HEADING = 90
_RUN_IN = 200
"""A heading that the text of its part follows in the same line ends within so many characters."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line announces, and under which name."""

    kind: SectionKind
    name: str


@cache
def _metadata() -> re.Pattern[str]:
    """Compiled when it is first needed: it takes 30 ms, and few questions need it."""
    return re.compile(
        rf"{_MARKS}(?:for immediate release\b|immediate release{_END}"
        rf"|not for (?:release|publication|distribution)\b|{_EMBARGO}"
        r"|(?:press|news|media)\s?(?:release|statement|announcement|information|advisory|alert|notice)"
        r"(?:\s+(?:no\b|nr\b|number\b)?\.?\s*#?[\w/-]*\d[\w/-]*)?"
        rf"(?:{_END}|\s*[–—|:,-]\s*(?:{_EMBARGO}|(?:\w+,?\s+){{1,3}}{_DATED}))"
        rf"|(?:(?:release|issue|publication)\s+)?date{_END}"
        rf"|(?:released|issued|published|posted|updated)(?:\s+on)?{_END}"
        rf"|issued\s+(?:by|on behalf of)\b|source\s*:|{_PICTURE}"
        rf"|notes?\s+(?:to|for)\s+editors?{_END}"
        rf"|\(this (?:press )?release|[#\s]+$)",
        re.IGNORECASE,
    )


def is_metadata(line: str) -> bool:
    """Whether a line says how, when or by whom a release was issued, and nothing of its matter."""
    line = _spaced(line)
    return bool(_metadata().match(line) or _BARE_DATE.match(line))


def leading_metadata(text: str, start: int, end: int) -> int:
    """Where metadata glued to the front of a headline ends; `start` if there is none."""
    glued = _LEADING_METADATA.match(text, start, end)
    return glued.end() if glued and glued.end() < end else start


def is_rule(line: str) -> bool:
    """Whether a line is drawn, not written."""
    return bool(_RULE.match(line))


def is_address(line: str) -> bool:
    """Whether a line gives a telephone number, an e-mail address or a web page to write to."""
    return len(line) <= _MAX_HEADING and bool(_ADDRESS.search(_spaced(line)))


def labels_contact(line: str) -> bool:
    """Whether a line opens a block that says whom to ask."""
    return bool(_CONTACT_LABEL.match(_spaced(line)))


def is_name(line: str) -> bool:
    """Whether a line may be no more than a name, an organisation or a street."""
    words = line.replace(",", " ").split()
    return len(words) <= _MAX_NAME and all(map(_NAME_WORD.match, words)) and line[-1] not in "!?:"


def style(line: str) -> str:
    """How a line is written: in "capitals", as a "title" or as a "sentence"."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", line) if len(word) > 3]
    if line.isupper():
        return "capitals"
    return (
        "title" if words and sum(w[0].isupper() for w in words) > 0.7 * len(words) else "sentence"
    )


def without_marks(line: str) -> str:
    """A headline on one line, without what makes it one in Markdown."""
    line = " ".join(line.lstrip("# ").split())
    bold = re.fullmatch(r"(\*{1,3}|_{1,3})(?=\S)(.*\S)\1", line)
    return bold[2] if bold else line


def part_heading(line: str) -> Heading | None:
    """What a line announces, if it is one that sets a part of a release off from the body."""
    line = line.strip()
    if run_in := _ABOUT_RUN_IN.match(_spaced(line[:_RUN_IN])):
        return Heading("boilerplate", _strip(run_in["heading"]))
    if len(line) > _MAX_HEADING:
        return None
    prose = _is_prose(line)
    if _ABOUT.match(line) and not prose and not _is_prose(line.rstrip(":*_ "), named=False):
        return Heading("boilerplate", _name(line))
    if _CONTACT.match(line) and (not prose or line.lower().startswith("for ")):
        return Heading("contact", _name(line))
    return Heading("note", _name(line)) if not prose and _NOTE.match(line) else None


def runs_in(line: str) -> bool:
    """Whether the text of a part goes on in the line of its heading."""
    return bool(_ABOUT_RUN_IN.match(_spaced(line[:_RUN_IN])))


def paragraph_heading(line: str, following: str) -> Heading | None:
    """What a paragraph announces; alone on its line and above another, it may be less marked."""
    if heading := part_heading(line):
        return heading
    lower = len(line) <= _MAX_HEADING and _ABOUT_LOWER.match(line.strip().lower())
    return Heading("boilerplate", _name(line)) if lower and len(following) > len(line) else None


def body_heading(line: str, following: str) -> Heading | None:
    """A short line in title case or capitals (or marked as one) above a paragraph of prose."""
    line = line.strip()
    if not _MARKDOWN_HEADING.match(line):
        if len(line) > _MAX_HEADING or len(line.split()) > 12 or line[-1] in '.,:;!?"”':
            return None
        if BULLET.match(line) or TABLE_ROW.search(line) or style(line) == "sentence":
            return None
        if not BULLET.match(following) and len(following) <= 1.5 * len(line):
            return None
    return Heading("body", _name(line))


def _spaced(line: str) -> str:
    """With single spaces: patterns may look for any number, and never meet thousands."""
    return " ".join(line.split())


def _name(line: str) -> str:
    before = _BEFORE_COLON.match(line)
    return _strip(before.group() if before else line)


def _strip(line: str) -> str:
    return line.strip("#*_-– \t")


def _is_prose(line: str, *, named: bool = True) -> bool:
    """Whether a line has too many words in lower case for a heading; an address makes it none."""
    last = line.rstrip(".").rpartition(" ")[2].lower()
    stops = line.endswith((".", ",")) and last not in MAYBE_FINAL
    lower = len(_LOWER_WORD.findall(line))
    return lower > (_MAX_LOWER // 2 if stops else _MAX_LOWER) and not (
        named and re.search(r":|@|//", line)
    )
