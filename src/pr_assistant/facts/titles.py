"""The phrase that says what somebody is: title and organisation, as slices."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pr_assistant.facts.lexicon import (
    FUNCTIONS,
    OF_HEADS,
    ORGANISATION_NOUNS,
    ORGANISATION_SUFFIXES,
    ROLE_HEADS,
    ROLE_MODIFIERS,
)
from pr_assistant.facts.names import HONORIFIC, UPPER
from pr_assistant.facts.naming import ACRONYM, is_function, is_organisation, is_unit, named
from pr_assistant.sentences import Span

_TOKEN = re.compile(
    r"(?P<space>[ \t\u00a0]*(?:\n(?!\s*\n)[ \t]*)?)(?P<word>[^\W_](?:[\w’'&+-]|\.(?=\w)|/"
    r"(?=\w))*\.?|&|,|\()"
)
_OPENING = re.compile(
    r"(?:(?:the|a|an|its|their|our|his|her|currently|formerly|former|now|also|then|who is|who was"
    r"|previously|until now|at present|the current|the former|newly appointed|new)\s+)+(?=\S)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(
    rf"(?:[Tt]he\s+)?(?P<owner>[{UPPER}\d][\w&’'.-]*?(?:\s+(?:[{UPPER}&\d][\w&’'.-]*?|of|and|the"
    rf"|for|de)){{0,6}}?)"
    r"(?:['’]s|(?<=s)['’])\s+"
)
_COMMON_OWNER = re.compile(
    r"(?:(?:the|its|their|our|his|her|that|this)\s+)?(?:[a-z][\w-]*\s+){0,3}?[a-z][\w-]*"
    r"(?:['’]s|(?<=s)['’])\s+"
)
_PARENTHESIS = re.compile(r"\s*\((?![A-Z]{2,6}\))([A-Z][^()\d]{3,60})\)")
_JOIN = re.compile(r",?\s+(of|for|at|with|in|to|from|on)\s+(?:the\s+)?")
_UNIT_OF = re.compile(
    r"\s+of\s+(?:(?:the|its)\s+)?(?:department|division|school|faculty|section|institute|centre|center"
    r"|unit|laboratory|chair|programme|program|project|branch|clinic)\s+(?:of|for)\s+"
    r"(?P<field>[a-z][\w-]*(?:\s+(?:and\s+)?(?!at\b|in\b|of\b|and\b|said\b|will\b|has\b|is\b|who\b)"
    r"[a-z][\w-]*){0,3})(?!\w)"
)
"""A unit in lower case that a title names: "head of the department of civil engineering"."""
_COMMON_BODY = re.compile(
    r"(?P<body>(?:[a-z][\w-]*(?:['’]s?)?\s+){1,3}(?:union|association|federation|trust|society"
    r"|guild|confederation))(?=[\s,.;]|$)"
)
"""An organisation that is described and not named: "the lecturers’ union"."""
_W = rf"[{UPPER}][\w’'-]*"
_PORTFOLIO = re.compile(
    rf"\s+(?:of|for)\s+(?:the\s+)?(?P<field>{_W}(?:\s+{_W}){{0,3}}(?:(?:,\s+{_W}(?:\s+{_W}){{0,2}}){{0,4}}"
    rf",?\s+(?:and|&)\s+{_W}(?:\s+{_W}){{0,3}})?)"
)
"""What a minister is minister of: "of Trade, Industry and Energy"."""
_FIELD = re.compile(
    rf"\s(?P<field>{_W}(?:\s(?:(?:and|&)\s)?{_W}){{0,3}})(?=[,;.)\n]|\s+(?:at|of|for|in)\s|$)"
)
"""A field that follows its head without "of": "Vice-President Operations"."""
_SPEAKING_FOR = frozenset("spokesperson spokesman spokeswoman counsel lawyer attorney".split())
_HOUSES = frozenset("opposition house majority minority senate".split())
_TO = frozenset("ambassador envoy adviser advisor representative delegate consul assistant".split())
"""Heads whose "to" belongs to the title."""
_TIME = re.compile(
    r"(?:(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|many|several|more|over|nearly"
    r"|almost|some|a)\b|life\b|now\b|decades\b|years\b)"
)
_ARTICLE = re.compile(r"(?:the|its|their|our|his|her|a|an|this|that)\s+", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*(?:the\s+)?")
_AND = re.compile(r"\s+(?:and|&)\s+(?:the\s+)?")
_GENERIC = frozenset("company group board department firm corporation partnership office".split())
"""Nouns that name nobody by themselves ("the Company's director")."""
_DESCRIBED = re.compile(rf"(?:[a-z][\w-]*\s+){{1,4}}?(?=[{UPPER}][\w&’'.-]+)")
_OF_PLACES = frozenset(
    "mayor governor king queen prince princess premier bishop archbishop ambassador alderman"
    " sheriff"
    " duke earl emir sultan president-elect emperor".split()
)
"""Heads whose "of" names a place and belongs to the title."""
_UNKNOWN_OWNER = re.compile(
    rf"(?P<owner>[{UPPER}][\w&’'-]*(?:\s[{UPPER}][\w&’'-]*){{0,2}}?)\s+"
    r"(?=(?:[Cc]hief(?=\s+\w)|[Aa]cting|[Ii]nterim|CEO|CFO|COO|CTO|CIO|CMO|[Mm]anaging|[Cc]hairman|[Cc]hairwoman|[Cc]hair"
    r"|[Vv]ice[- ]"
    r"|[Ee]xecutive|[Pp]resident|[Ff]ounder|[Cc]o-founder|[Ss]pokes\w+|[Cc]ountry|[Gg]eneral"
    r"|[Ss]enior"
    r"|[Pp]rogram(?:me)?|[Pp]roject|[Ll]ord|[Dd]eputy|[Hh]ead of)\b)"
)
_LETTERS = frozenset("mp msp mep md td".split())
"""Heads that stand behind a name as well."""
_SMALL = frozenset("of the for and & it".split())
_BODY_OWNER = re.compile(
    rf"(?P<owner>(?:Ministry|Department|Office|Bureau|Institute|University|Bank|Board) of (?:the )?"
    rf"[{UPPER}][\w-]*?(?:(?: and| &)? [{UPPER}][\w-]*?){{0,3}}?)(?:['’]s)?\s+(?=[{UPPER}])"
)
AFTER_HEAD = frozenset("general designate elect emeritus emerita laureate".split())
_DEMONYM = re.compile(r"(?:ish|ese|ian|ean|can|ic|lsh|nch|tch|man|The|Our|Its|A|An|In|As|At|By)$")
_ABBREVIATIONS = frozenset(
    "HR IT AI R&D VP SVP EVP UK US EU UN EMEA APAC PR ESG QA UX ICT CEO CFO COO".split()
)


@dataclass(frozen=True, slots=True)
class Title:
    """What a phrase says of somebody: either may be missing; `stop` is where it ends."""

    title: Span | None
    organisation: Span | None
    stop: int
    former: bool = False


def parse(text: str, at: int, end: int, known: frozenset[str] = frozenset()) -> Title | None:
    """The title phrase that begins at `at`, with its organisation; None if there is none.

    `known` are names of organisations of this release, in lower case.
    """
    former = False
    if opening := _OPENING.match(text, at, end):
        former = bool(re.search(r"former|previous", opening.group(), re.IGNORECASE))
        at = opening.end()
    owner, at = _owner(text, at, end, known)
    head = _role(text, at, end)
    if head is None:
        return None
    title = Span(at, head)
    title, organisation, stop = _continued(text, title, end, known)
    return Title(title, organisation or owner, stop, former)


def _owner(text: str, at: int, end: int, known: frozenset[str]) -> tuple[Span | None, int]:
    """(organisation, where the title begins) for "Acme's chief executive", "Acme president"."""
    ahead = text[at : min(end, at + 90)].lower().replace("\n", " ")
    names = [n for n in known if ahead.startswith(n) and not ahead[len(n) : len(n) + 1].isalnum()]
    if names:  # an organisation this release knows, right before a title
        stop = at + max(map(len, names))
        gap = re.compile(r"(?:['’]s?)?\s+").match(text, stop, end)
        if gap and _role(text, gap.end(), end) is not None:
            return Span(at, stop), gap.end()
    body = _BODY_OWNER.match(text, at, end)
    if body and _role(text, body.end(), end) is not None:
        return Span(*body.span("owner")), body.end()
    if match := _POSSESSIVE.match(text, at, end):
        if _role(text, match.end(), end) is not None:
            generic = match["owner"].lower() in _GENERIC
            return None if generic else Span(*match.span("owner")), match.end()
    elif (match := _COMMON_OWNER.match(text, at, end)) and (
        _role(text, match.end(), end) is not None
    ):
        return None, match.end()
    if match := _UNKNOWN_OWNER.match(text, at, end):
        first = match["owner"].split()[0]
        common = ROLE_MODIFIERS | FUNCTIONS | ROLE_HEADS
        if first == match["owner"]:
            common |= ORGANISATION_NOUNS | OF_HEADS  # "Club president"
        if first.lower() not in common and not (
            _DEMONYM.search(first) or first.upper() in _ABBREVIATIONS
        ):
            return Span(*match.span("owner")), match.end()
    return None, at


def _role(text: str, at: int, end: int) -> int | None:
    """Where the words of a role that begin at `at` end, after their last head; None if none do."""
    good: int | None = None
    joined = False
    for count in range(14):
        token = _TOKEN.match(text, at, end)
        if (
            token is None
            or (count == 0 and token["space"])
            or (count and not token["space"] and token["word"] not in (",",))
        ):
            break
        word = token["word"]
        lower = word.lower().rstrip(".").replace("’", "'")
        last = lower.rsplit("-", 1)[-1]
        if lower in ("and", "&"):
            if good is None and count == 0:
                break
            joined = good is not None
            at = token.end()
            continue
        if word in (",", "("):
            break
        after_head = good is not None and not joined and lower in AFTER_HEAD
        if (
            lower in ROLE_HEADS
            or after_head
            or ("-" in lower and (last in ROLE_HEADS or lower.split("-")[0] in ROLE_HEADS))
        ):
            if joined and good is not None and HONORIFIC.match(text, token.start("word"), end):
                break
            good, joined = token.end("word"), False
            if text[good - 1] == "." and lower not in ("jr", "sr"):
                good -= 1
                if token.end() < end:
                    break
        elif (
            (
                lower in ROLE_MODIFIERS
                and (good is None or joined or _headed(text, token.end(), end))
            )
            or (good is not None and word[0].isupper() and _headed(text, token.end(), end, False))
            or (word[0].isupper() and good is None and lower in FUNCTIONS)
            or (joined and word[0].isupper() and lower in FUNCTIONS)
        ):
            pass
        elif (
            word[0].isupper()
            and good is None
            and count < 6
            and (lower not in ORGANISATION_SUFFIXES)
            and word[-1] not in ".'’"
            and not lower.endswith(("'s", "s'"))
        ):
            if not _headed(text, token.end(), end, lower in FUNCTIONS):
                break
        elif (
            good is None
            and count < 4
            and word.islower()
            and lower not in _SMALL
            and (
                lower in FUNCTIONS
                or lower in ORGANISATION_NOUNS
                or lower in OF_HEADS
                or re.search(r"(?:ic|al|ive|ary|ogy|ics|ian|ese|ish|ing)$", lower)
            )
            and _headed(text, token.end(), end)
        ):
            pass
        else:
            break
        at = token.end()
        if good is None and count > 8:
            break
    return good


def _headed(text: str, at: int, end: int, over_and: bool = True) -> bool:
    """Whether a head of a title stands among the next few words, with nothing between."""
    match = re.compile(r"(?:\s+[\w’'&/+-]+){1,5}").match(text, at, end)
    if match is None:
        return False
    for word in match.group().split():
        lower = word.lower()
        if lower in _LETTERS:
            return False
        if lower in ROLE_HEADS or lower.rsplit("-", 1)[-1] in ROLE_HEADS:
            return True
        if not (
            word[0].isupper() or lower in ROLE_MODIFIERS or (over_and and lower in ("and", "&"))
        ):
            return False
    return False


def _continued(
    text: str, title: Span, end: int, known: frozenset[str]
) -> tuple[Span, Span | None, int]:
    """The title with what belongs to it, the organisation after it, and where that ends."""
    stop = title.end
    if board := _BOARD.match(text, stop, end):
        stop = board.end() - (len(board.group()) - len(board.group().rstrip()))
        if board.group().rstrip().endswith("for"):
            stop = board.start() + board.group().index("State") + len("State")
        title = Span(title.start, stop)
    if match := _PARENTHESIS.match(text, stop, end):
        stop = match.end()
        title = Span(title.start, stop)
    elif match := ACRONYM.match(text, stop, end):
        stop = match.end()
    if field := _FIELD.match(text, stop, end):
        if all(w.lower() in FUNCTIONS for w in field["field"].split()):
            stop = field.end()
            title = Span(title.start, stop)
    if portfolio := _portfolio(text, title, end, known):
        stop = portfolio
        title = Span(title.start, stop)
    if unit := _UNIT_OF.match(text, stop, end):
        stop = unit.end()
        title = Span(title.start, stop)
    for _ in range(4):
        heads = set(text[slice(*title)].lower().split())
        if (join := _JOIN.match(text, stop, end)) and (
            join[1] not in ("to", "from", "on") or (join[1] == "to" and heads & _TO)
        ):
            word = join[1]
            if _TIME.match(text, join.end(), end):
                return title, None, stop
            if word == "of" and (body := _COMMON_BODY.match(text, join.end(), end)):
                name, name_end = named(text, body.end() + 1, end, known)
                if name:
                    return title, name, name_end
                return title, Span(*body.span("body")), body.end()
            article = bool(_ARTICLE.match(text, join.start(1) + len(word) + 1, join.end()))
            name, name_end = named(text, join.end(), end, known)
            described = _DESCRIBED.match(text, join.end(), end)
            if name is None and article and described:
                name, name_end = named(text, described.end(), end, known)
                if name is not None:
                    return title, name, name_end
            if name is None:
                plain = _plain(text, join.end(), end)
                if plain and not article and word in ("of", "for", "in"):
                    stop = plain
                    title = Span(title.start, stop)
                    continue
                return title, None, stop
            words = " ".join(text[slice(*name)].split())
            further = _JOIN.match(text, name_end, end)
            chained = (
                further is not None and further[1] in ("of", "at", "in", "for", "with")
                and further[1] != "in" and text[further.start()] != ","
                and named(text, further.end(), end, known)[0] is not None
            )  # fmt: skip
            head = text[slice(*title)].rsplit(" ", 1)[-1].lower()
            if word in ("of", "for", "in", "to") and (
                word == "to"
                or words.lower() in _HOUSES
                or (
                    word == "for"
                    and len(words.split()) == 1
                    and words.lower() not in known
                    and not words.isupper()
                    and not heads & _SPEAKING_FOR
                )
                or (word == "of" and head in _OF_PLACES and not _has_noun(words))
                or words.startswith("State for ")
                or (is_function(words) and (words.lower() not in known or is_unit(words)))
                or chained
            ):
                stop = name_end
                title = Span(title.start, stop)
                continue
            if word in ("in", "to"):
                return title, None, stop
            whole = re.compile(r",\s+(?:the\s+)?").match(text, name_end, end)
            if whole and re.match(r"(?:Faculty|School|Department|Division|College)\b", words):
                owner, owner_end = named(text, whole.end(), end, known)
                if owner and _has_noun(text[slice(*owner)]):
                    return Span(title.start, name_end), owner, owner_end
            organisation = None if words.lower() in _GENERIC else _without_article(text, name)
            return title, organisation, name_end
        if comma := _COMMA.match(text, stop, end):
            name, name_end = named(text, comma.end(), end, known)
            if name is None:
                break
            words = " ".join(text[slice(*name)].split())
            if HONORIFIC.match(text, name.start, end):
                break
            if is_function(words) and words.lower() not in known:
                stop = name_end
                title = Span(title.start, stop)
                continue
            role = _role(text, comma.end(), end)
            if role is not None:
                break
            alone = len(words.split()) == 1 and words.lower() not in known
            if alone and not words.isupper() and text.count(words) < 2:
                break
            if is_organisation(words, known) and not re.match(
                r"\s+(?:said|says|who\b|chief\b|of\b)", text[name_end : name_end + 12]
            ):
                return title, name, name_end
            break
        if both := _AND.match(text, stop, end):
            again = _role(text, both.end(), end)
            if (
                again is not None
                and not _OPENING.match(text, both.end(), end)
                and (text[both.end()].isupper() == text[title.start].isupper())
            ):
                stop = again
                title = Span(title.start, stop)
                continue
            break
        break
    return title, None, stop


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
    both = re.search(r",?\s+(?:and|&)\s+(?P<last>[^,]+)$", field)
    if (
        match.end() < end
        and both
        and not all(w.lower() in FUNCTIONS | ORGANISATION_NOUNS for w in both["last"].split())
    ):  # perhaps somebody's name, or several fields of one word each
        single = len(both["last"].split()) == 1
        return (
            match.end()
            if single
            else match.start("field") + field.find(",")
            if "," in field
            else match.start("field") + both.start()
        )
    return match.end()


def _has_noun(words: str) -> bool:
    return any(w.strip(",.").lower() in ORGANISATION_NOUNS for w in words.split())


_BOARD = re.compile(
    r"\s+of\s+(?:the\s+)?(?:(?:Supervisory\s+|Executive\s+|Management\s+|Advisory\s+)?Board"
    r"(?:\s+of\s+(?:Directors|Trustees|Governors|Management|Regents))?|State(?:\s+for\s+"
    r"(?=the\s+)?)?)"
    r"(?=\s+(?:of|at|for)\b|[\s,.;(”\"]|$)"
)
"""What a chair or a secretary is of, and remains a part of the title."""


def _plain(text: str, at: int, end: int) -> int | None:
    """The end of a function in lower case ("design", "maritime law"); None if there is none."""
    match = re.compile(
        r"(?:[a-z][\w-]*)(?:[ ](?!and\b|at\b|of\b|in\b|for\b|said\b|who\b|has\b|will\b|is\b|was\b"
        r"|on\b"
        r"|with\b|as\b|to\b|by\b|says\b|since\b|from\b|until\b|told\b|added\b)[a-z][\w-]*){0,2}"
        r"(?:[ ]and[ ](?!chief|chair|president|head|director|member|founder|will\b"
        r"|said\b)[a-z][\w-]*"
        r"(?=\s+at\b|\s+for\b|[,.;]))?"
    ).match(text, at, end)
    if match is None or _ARTICLE.match(text, at, end):
        return None
    if match.group().split()[0] in (
        "the",
        "a",
        "an",
        "its",
        "their",
        "our",
        "his",
        "her",
        "which",
        "whom",
        "what",
        "all",
        "more",
        "this",
        "about",
        "over",
    ):
        return None
    return match.end()


def _without_article(text: str, span: Span) -> Span:
    article = re.compile(r"[Tt]he\s+").match(text, *span)
    return Span(article.end(), span.end) if article else span
