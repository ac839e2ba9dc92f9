"""Names beside the number or address where somebody can be asked."""

from __future__ import annotations

import re

from pr_assistant.facts.functions import is_function
from pr_assistant.facts.given import is_given
from pr_assistant.facts.lexicon import ROLE_HEADS
from pr_assistant.facts.names import key
from pr_assistant.facts.plain_names import is_plain

_MAIL = r"(?P<local>[\w.+-]+)@(?P<domain>[\w-]+(?:\.[\w-]+)+)"
_NUMBER = r"(?!\d\d?[./]\d\d?[./]\d{4}\b)(?=(?:[^\d\n]{0,3}\d){7})\+?\(?\d(?:[ .-]?[\d()]|\) ){6,}"
_POST = r"(?:,\s(?P<post>(?!(?:and|or)\b)[^\n,;:.@\d]{2,40})(?![\w.+@-]))?"
_REACHED = re.compile(
    rf"(?:\s*\([^()\n]{{1,30}}\)|\s(?:for|of)\s[A-Z][\w&’'-]*(?:\s[A-Z][\w&’'-]*){{0,3}})?{_POST}(?:\s?[,;|·•/–—-])?\s?"
    rf"(?:(?:on|at|tel)\s)?(?:(?:[Tt]el|[Pp]hone|[Mm]obile|[Ee]-?mail|[TMEP])\b\.?:?\s*)?(?:{_MAIL}|(?:{_NUMBER}))"
)
_IN_BRACKETS = re.compile(rf"(?:{_MAIL}|{_NUMBER})\s*\($")
_BEFORE = re.compile(
    r"(?:^|\n|[:;,()|·•–—-]|\bcontact|\bor|\band|\bto|\bfrom|\bthrough|\bvia)\s*$", re.IGNORECASE
)


def is_reached(text: str, start: int, end: int) -> bool:
    """Whether a number or an address stands right behind a name, or the name in brackets behind
    one: "Queries: Ann Lee, 555 0119", "press@globex.example (Ann Lee)"."""
    near = _REACHED.match(text, end)
    if near is None and text.startswith(")", end):
        near = _IN_BRACKETS.search(text, max(0, start - 60), start)
    if near is None or not _BEFORE.search(text, max(0, start - 10), start):
        return False
    words = text[start:end].split()
    if near["domain"] and any(
        len(word) > 3 and key(word) in key(near["domain"]) and key(word) not in key(near["local"])
        for word in words
    ):
        return False  # the firm whose address it is
    if "  " in text[start:end] or text[end : end + 2] == "  ":
        return False  # a table
    if not is_plain(text, start, end) or is_function(" ".join(words)):
        return False
    return is_given(words[0], words[1:]) or _has_post(near) or _owns(near["local"], words)


def _has_post(near: re.Match[str]) -> bool:
    """Whether a post stands between a name and what is behind it."""
    post = near["post"] if "post" in near.re.groupindex else None
    return not ROLE_HEADS.isdisjoint((post or "").lower().split())


def _owns(local: str | None, words: list[str]) -> bool:
    """Whether an address is that of a name: "jane.roe@"."""
    return any(len(word) > 2 and key(word) in key(local or "") for word in words)
