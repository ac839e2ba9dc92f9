"""What belongs to a title behind its head: board, field, portfolio, department."""

from __future__ import annotations

import re

from pr_assistant.facts.functions import is_function
from pr_assistant.facts.given import is_given
from pr_assistant.facts.lexicon import FUNCTIONS, ORGANISATION_NOUNS, SOFT
from pr_assistant.facts.names import HONORIFIC, UPPER
from pr_assistant.facts.naming import ACRONYM
from pr_assistant.sentences import Span

_PARENTHESIS = re.compile(r"\s*\((?![A-Z]{2,6}\))([A-Z][^()\d]{3,60})\)")
_UNIT_OF = re.compile(
    r"\s+of\s+(?:(?:the|its)\s+)?(?:department|division|school|faculty|section|institute|centre"
    r"|center"
    r"|unit|laboratory|chair|programme|program|project|branch|clinic)\s+(?:of|for)\s+"
    r"(?P<field>[a-z][\w-]*(?:\s+(?:and\s+)?(?!at\b|in\b|of\b|and\b|said\b|will\b|has\b|is\b|who\b)"
    r"[a-z][\w-]*){0,3})(?!\w)"
)
"""A unit in lower case that a title names: "head of the department of civil engineering"."""
_OWN_UNIT = re.compile(
    r"\s+of\s+(?:the|its|their|our)\s+(?P<which>(?:[A-Za-z][\w’'-]*\s+){1,3}?)(?:(?:division|department|unit"
    r"|section|team|laboratory|plant|works|factory|mill|branch|depot|shipyard|workshop)(?=[,.;)\s]|$)"
    r"|(?:office|board|committee|group|panel|jury|desk|crew)(?=[,.;)]|$|\s+[a-z]))"
)
"""A part of the organisation in lower case: "head of its risk division"."""
_POSSESSOR = re.compile(r"\b[A-Z][\w-]*(?:['’]s|(?<=s)['’])\s")
_OWN_TASK = re.compile(
    r"\s+of\s+(?:the|this|its|their|our)\s+(?:(?:jury|judges|panel|inquiry|expedition|management)(?![\w’'-])"
    r"(?!\s+(?:at|of|for)\b)|(?:trial|study)(?=\s+and\s))"
)
"""What somebody leads that is no organisation: "chair of the jury"; a study, if a post follows."""
_OWN_SCHOOL = re.compile(
    r"\s+of\s+(?:the|its|their|our)\s+(?:[A-Za-z][\w-]*\s+){1,2}(?:school|faculty|college)\b"
)
_OF_SCHOOLS = frozenset("dean vice-dean head professor".split())
"""Heads that have a school of their university in their title."""
_W = rf"[{UPPER}][\w’'-]*"
_PORTFOLIO = re.compile(
    rf"\s+(?:of|for)\s+(?:the\s+)?(?P<field>{_W}(?:\s+{_W}){{0,3}}(?:(?:,\s+{_W}(?:\s+{_W}){{0,2}}){{0,4}}"
    rf",?\s+(?:and|&)\s+{_W}(?:\s+{_W}){{0,3}})?)"
)
"""What a minister is minister of: "of Trade, Industry and Energy"."""
_FIELD = re.compile(
    rf"\s(?P<field>{_W}(?:\s(?:(?:and|&)\s)?{_W}){{0,3}})(?=[,;.)\n]|\s+(?:at|of|for|in)\s|\s\(|$)"
)
"""A field that follows its head without "of": "Vice-President Operations"."""
_DASHED = re.compile(
    rf"\s+[–-]\s+(?P<field>{_W}(?:\s(?:(?:and|&)\s)?{_W}){{0,3}}?)(?=[,;)\n]|\s[&a-z])"
)
"""A field behind a dash: "Vice President – Engineering"."""
ARTICLE = re.compile(r"(?:the|its|their|our|his|her|a|an|this|that)\s+", re.IGNORECASE)
_BOARD = re.compile(
    r"\s+of\s+(?:(?:the|its|their|our)\s+)?(?:(?:(?:[Ss]upervisory|[Ee]xecutive|[Mm]anagement|[Aa]dvisory)\s+)?[Bb]oard"
    r"(?:\s+of\s+(?:Directors|Trustees|Governors|Management|Regents))?|[Tt]rustees|Governors|[Oo]pposition(?!\s+[a-z])|[Jj]udges|State(?:\s+for\s+"
    r"(?=the\s+)?)?)"
    r"(?=\s+(?:of|at|for)\b|[\s,.;(”\"]|$)"
)
"""What a chair or a secretary is of, and remains a part of the title."""
_STAFF = re.compile(
    r"\s+of\s+(?:the\s+)?(?:(?:Air|Naval|Navy|Army|Defen[cs]e|General|Joint|Land)\s+)*"
    r"(?:[Ss]taff|(?<=[a-z]\s)Force|[Pp]rotocol|Defen[cs]e(?!\s+[A-Z]))\b"
)
"""What a chief is of and no organisation: "Chief of the Air Staff"."""
_LAST_FIELD = re.compile(r",?\s+(?:and|&)\s+(?P<last>[^,]+)$")


def extended(text: str, title: Span, end: int, known: frozenset[str]) -> tuple[Span, int]:
    """The title with what belongs to it right behind its head, and where reading goes on."""
    stop = title.end
    if board := _BOARD.match(text, stop, end):
        stop = board.start() + len(board.group().rstrip())
        if board.group().rstrip().endswith("for"):
            stop = board.start() + board.group().index("State") + len("State")
        title = Span(title.start, stop)
    if text.endswith(("Chief", "chief"), 0, stop) and (staff := _STAFF.match(text, stop, end)):
        stop = staff.end()
        title = Span(title.start, stop)
    if match := _PARENTHESIS.match(text, stop, end):
        stop = match.end()
        title = Span(title.start, stop)
    elif match := ACRONYM.match(text, stop, end):
        stop = match.end()
    if (
        (dashed := _DASHED.match(text, stop, end))
        and all(word.lower() in FUNCTIONS for word in dashed["field"].split())
    ) or (dashed and text.startswith(" at ", dashed.end()) and text[title.start].isupper()):
        stop = dashed.end()
        title = Span(title.start, stop)
    field = _FIELD.match(text, stop, end)
    if field and (is_function(field["field"]) or _is_field_by_end(field["field"])):
        stop = field.end()
        title = Span(title.start, stop)
    if portfolio := _portfolio(text, title, end, known):
        stop = portfolio
        title = Span(title.start, stop)
    own = _OWN_UNIT.match(text, stop, end)
    if own and _POSSESSOR.search(own["which"]):
        own = None  # "head of the Fen Authority's flood team"
    if own and not any(word.lower() in known for word in own["which"].split()):
        stop = own.end()
        title = Span(title.start, stop)
    if task := _OWN_TASK.match(text, stop, end):
        stop = task.end()
        title = Span(title.start, stop)
    school = _OWN_SCHOOL.match(text, stop, end)
    if school and text[slice(*title)].lower().rsplit(None, 1)[-1] in _OF_SCHOOLS:
        stop = school.end()
        title = Span(title.start, stop)
    if unit := _UNIT_OF.match(text, stop, end):
        stop = unit.end()
        title = Span(title.start, stop)
    return title, stop


def _portfolio(text: str, title: Span, end: int, known: frozenset[str]) -> int | None:
    """Where the field of a minister ends; None if the title is none or no field follows."""
    if text[slice(*title)].rsplit(None, 1)[-1].lower() not in ("minister", "ministers"):
        return None
    match = _PORTFOLIO.match(text, title.end, end)
    if match is None:
        return None
    field = match["field"]
    if "\n\n" in field or " ".join(field.split()).lower() in known:
        return None
    last = _LAST_FIELD.search(field)
    if last and HONORIFIC.match(text, match.start("field") + last.start("last")):
        return match.start("field") + last.start()
    if match.end() == end or last is None or len(last["last"].split()) == 1:
        return match.end()
    if all(w.lower() in FUNCTIONS | ORGANISATION_NOUNS for w in last["last"].split()):
        return match.end()
    stop = field.find(",") if "," in field else last.start()  # what follows may be somebody's name
    return match.start("field") + stop


FIELD_WORD = re.compile(
    r"(?:[a-z]ing|tions?|sions?|ments?|ics|ity|ance|ence|ships?|ology|ture|ies)$"
)
"""How the names of fields of work end."""

_LANDS = frozenset(
    "england scotland wales britain canada australia italy spain poland sweden norway denmark"
    " finland"
    " switzerland austria kenya nigeria brazil mexico singapore malaysia indonesia vietnam korea"
    " ireland germany france iberia china india japan africa america americas europe asia north"
    " south"
    " east west and & the of for international global group".split()
)


_ALSO_FIELDS = frozenset(
    "maritime marine system systems power energy water gas oil press media space market markets"
    " data research investment finance insurance city press office network networks station port"
    " airport county community museum library bank hotel retail store stores".split()
)
"""Nouns of organisations that a field of work begins with as well: "System Operations"."""


def ends_in_field(words: str) -> bool:
    """Whether a name is of a field of work by its last word: "Vehicle Safety"."""
    *before, last = words.lower().split()
    return (
        bool(before)
        and last in FUNCTIONS - ORGANISATION_NOUNS - _LANDS
        and not any(w in ORGANISATION_NOUNS - _ALSO_FIELDS for w in before if w not in FUNCTIONS)
    )


def _is_field_by_end(words: str) -> bool:
    """Whether words that follow a head are a field by their last: "Director Flight Operations"."""
    first, *rest = words.split()
    last = rest[-1].lower() if rest else ""
    return last in FUNCTIONS - SOFT and ends_in_field(words) and not is_given(first, rest)


def is_land(words: str) -> bool:
    """Whether a single name is of a country or a continent."""
    return " " not in words and words.lower() in _LANDS - _NO_LANDS


_NO_LANDS = frozenset(
    "north south east west and & the of for international global group europe africa america"
    " americas asia iberia".split()
)


def has_noun(words: str) -> bool:
    """Whether a name holds a noun of organisations."""
    return any(w.strip(",.").lower() in ORGANISATION_NOUNS for w in words.split())
