"""Items that ordinals open, one in a sentence: "First, A. The second is B. Finally, C."."""

from __future__ import annotations

import re

from pr_assistant.sentences import Span, trim

_OPENING = re.compile(
    r"(?:and\s+)?(?P<the>the\s+)?(?P<word>first|second|third|fourth|fifth|sixth|seventh|last|final"
    r"|next|one|another)(?:ly)?\b(?:\s+of\s+(?:these|them))?"
    r"(?:\s+(?P<noun>(?!is\b|will\b)[a-z]+)(?=,|:|\s+(?:is|will|covers?)\b))?"
    r"(?P<link>,|\s+(?:is|was)(?:\s+to|\s+that)?|\s+will(?:\s+be)?|\s+covers?|:)\s+"
    r"|(?:and\s+)?(?P<end>finally|lastly),\s+",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z\d][\w’'-]*)*(?=\s+[a-z])")
_STOP = re.compile(r"[;.]|, and (?:the )?(?:second|third|fourth|last)\b")
_CLAUSE_STOP = re.compile(
    rf"{_STOP.pattern}|:\s|\s[–—]\s"
    r"|,\s+(?:which|who|whose|where|with|(?:for|under|in|by|from|of) which"
    r"|as|because|since|so that|while)\b"
)


def by_ordinals(text: str, sentences: list[Span], number: int) -> list[Span]:
    """What sentences that begin with ordinals name, up to `number`; at least two."""
    items: list[Span] = []
    named = False
    for sentence in sentences:
        for begin in _openings(text, sentence):
            item = _item(text, begin, sentence.end)
            named = named or bool(begin["the"] and begin["link"] == ",")
            name = _NAME.match(text, *item) if named else None
            items.append(Span(*name.span()) if name else item)
            if len(items) == number:
                break
        if len(items) == number:
            break
    items = [item for item in items if item.start < item.end]
    return items if len(items) >= 2 else []


def opens(text: str, sentence: Span) -> bool:
    """Whether a sentence begins with the first of several."""
    match = _OPENING.match(text, *sentence)
    return bool(match and (match["word"] or "").lower() in ("first", "one"))


def _openings(text: str, sentence: Span) -> list[re.Match[str]]:
    first = _OPENING.match(text, *sentence)
    more = re.compile(rf"(?<=;\s)(?:{_OPENING.pattern})", re.IGNORECASE)
    found = [first] if first else []
    return found + list(more.finditer(text, first.end() if first else sentence.start, sentence.end))


def _item(text: str, opening: re.Match[str], end: int) -> Span:
    """The words behind an opening; of "The first, the City, has …" those between the commas."""
    begin = opening.end()
    named = opening["the"] and opening["link"] == ","
    if named or opening["end"]:
        comma = re.compile(r"[^,;.]{2,80}(?=,)").match(text, begin, end)
        if named and comma:
            return trim(text, *comma.span())
    stop = (_STOP if opening["link"] == ":" else _CLAUSE_STOP).search(text, begin, end)
    return trim(text, begin, stop.start() if stop else end)
