"""The words of a post: modifiers and fields, then the head they end in ("chief financial"
" officer")."""

from __future__ import annotations

import re

from pr_assistant.facts.doers import CHIEFLY, is_doer
from pr_assistant.facts.functions import BODY
from pr_assistant.facts.lexicon import (
    FUNCTIONS,
    OF_HEADS,
    ORGANISATION_NOUNS,
    ORGANISATION_SUFFIXES,
    ROLE_HEADS,
    ROLE_MODIFIERS,
)
from pr_assistant.facts.names import HONORIFIC
from pr_assistant.facts.phrases import CLOSED, VERBS

_TOKEN = re.compile(
    r"(?P<space>[ \t\u00a0]*(?:\n(?!\s*\n)[ \t]*)?)(?P<word>[^\W_](?:[\w’'&+-]|\.(?=\w)|/"
    r"(?=\w))*\.?|&|,|\()"
)
_CALLING = re.compile(
    r"[a-z-]{3,}(?:(?<!qv)(?<!qu)(?<!kv)(?<!hr)ist|ician|ographer|wright|ologian)s?$"
)
"""How the names of many callings end: "cellist", "obstetrician"."""
_NO_CALLING = frozenset(
    "assist exist consist insist resist persist checklist shortlist waitlist playlist twist enlist"
    "".split()
)
_RELATIONS = re.compile(
    r"\s+(?:[Rr]elations|[Dd]esk|[Ss]ervices|[Ee]nquiries|[Ii]nquiries|[Cc]ontact)(?=\s*(?:[,;.:)\n–—-]|at\b|$))"
)
_LETTERS = frozenset("mp msp mep md td".split())
"""Heads that stand behind a name as well."""
_OPENERS = frozenset(
    "But And Yet So When While After Before Since However Meanwhile Then For At In On With By From"
    " To Like Unlike".split()
)
_OF_FIRMS = frozenset(
    "brewer distiller baker grocer operator producer developer supplier distributor grower".split()
)
"""Trades that are of a firm where another post follows."""
_CAPITAL = re.compile(r"\s+[A-Z]")
_SMALL = frozenset("of the for and & it".split())
AFTER_HEAD = frozenset(
    "d'affaires general designate elect emeritus emerita laureate"
    " générale général adjoint adjointe".split()
)


def role_end(text: str, at: int, end: int, owned: bool = False) -> int | None:
    """Where the words of a role that begin at `at` end, after their last head; None if none do.

    `owned` where an article or an owner stands before: then any noun may go before the head.
    """
    good: int | None = None
    joined = before_is_modifier = False
    before = ""
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
            if (
                good
                and text[good - len(before) : good] in _OF_FIRMS
                and _CAPITAL.match(text, token.end())
            ):
                break  # "for the brewer and Deputy Director A"
            joined = good is not None
            at = token.end()
            continue
        if lower == "under" and not _UNDER.match(text, token.end(), end):
            break
        if word in (",", "(") or (word == "The" if count else word in _OPENERS):
            break
        if lower in FUNCTIONS and _RELATIONS.match(text, token.end(), end):
            break  # "Investor Relations" is no investor's
        if word == "Partners" and good is None and count and not before_is_modifier:
            break  # "Larkin Partners" is a firm
        before_is_chief, was_chief = before in CHIEFLY, before in ("chief", "head", "deputy")
        before = lower
        before_is_modifier = lower in ROLE_MODIFIERS
        after_head = good is not None and not joined and lower in AFTER_HEAD
        if BODY.match(text, token.end(), end) and word[0].isupper() and not after_head:
            if not _headed(text, token.end(), end):
                break  # "Executive Board"
        elif (
            _is_head(lower)
            or (count and good is None and before_is_chief and is_doer(text, token, end))
            or (was_chief and good == at and is_doer(text, token, end))
            or after_head
            or ("-" in lower and (_is_head(last) or lower.split("-")[0] in ROLE_HEADS))
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
            or (owned and good is None and word.islower() and _goes_before(text, token, end))
            or (joined and word[0].isupper() and lower in FUNCTIONS)
            or (was_chief and good == at and word.islower() and _goes_before(text, token, end))
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
            if not _headed(text, token.end(), end, lower in FUNCTIONS or lower == "police"):
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
                or re.search(
                    r"(?:ic|al|ive|ary|ogy|ics|ian|ese|ish)$|^(?:first|second|under|front)-", lower
                )
                or (lower.endswith("ing") and text[token.end() + 1 : token.end() + 2].islower())
            )
            and _headed(text, token.end(), end)
        ):
            pass
        else:
            break
        at = token.end()
        if good is None and count > 8:
            break
    if good and text.endswith("Chief", at - 12 if at > 12 else 0, good):
        rest = _CHIEF_OF.match(text, good, end)
        return rest.end() if rest else good
    return good


_UNDER = re.compile(r"[\s-]+[Ss]ecretar")
_CHIEF_OF = re.compile(r"(?:\s+[A-Z][\w-]*){1,3}(?=\s*[,;.]|\s+(?:at|of|for)\b|$)")
"""What a chief is whose post ends in no head we know: "Chief Merchant"."""


def _goes_before(text: str, token: re.Match[str], end: int) -> bool:
    """Whether a word in lower case may be a noun before a head: "the line's route director"."""
    match = _ONE_MORE.match(text, token.end(), end)
    words = [token["word"], *(match.group().split() if match else [])]
    head = next((n for n, word in enumerate(words) if n and _is_head(word)), 0)
    return head > 0 and not any(
        w in CLOSED or w in VERBS or w in _SMALL or w.endswith(("ed", "ly")) for w in words[:head]
    )


_ONE_MORE = re.compile(r"(?:\s+[a-z][\w-]*){1,2}")


def _is_head(word: str) -> bool:
    """Whether a word in lower case may be the noun that a title ends in."""
    return word in ROLE_HEADS or bool(_CALLING.match(word) and word not in _NO_CALLING)


def _headed(text: str, at: int, end: int, over_and: bool = True) -> bool:
    """Whether a head of a title stands among the next few words, with nothing between."""
    match = re.compile(r"(?:\s+[\w’'&/+-]+){1,5}").match(text, at, end)
    if match is None:
        return False
    for word in match.group().split():
        lower = word.lower()
        if lower in _LETTERS:
            return False
        if _is_head(lower) or any(_is_head(part) for part in lower.split("-")):
            return True
        if not (
            word[0].isupper() or lower in ROLE_MODIFIERS or (over_and and lower in ("and", "&"))
        ):
            return False
    return False
