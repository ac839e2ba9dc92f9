"""Where the clause that a verb of saying reports begins, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.facts.saying import REPORTING
from pr_assistant.facts.turning import turn
from pr_assistant.sentences import Span

FREE = frozenset("said says".split())
"""Verbs whose clause needs no "that"."""
WITH_OBJECT = frozenset(
    "told tells reminded reminds informed informs assured assures advised advises".split()
)
"""Verbs that say who hears it."""
_AUXILIARY = (
    r"(?:would|will|had|has|have|was|were|is|are|could|can|cannot|should|must|might|may|did|does"
    r"|do|[a-z]+n[’']t)"
)
_FINITE = (
    r"(?:(?!(?:that|which|who|whom|whose|where|when|how|why|what|as|after|before|because|if|since"
    r"|while|than|and|but|to|in a)\b)[^\s,.;:()“”\"]+\s+){1,9}?"
    rf"{_AUXILIARY}\b"
)
"""A subject and its verb, with nothing between them that begins another clause."""
_HAS_VERB = re.compile(rf"\s{_AUXILIARY}\s")
_BARE = re.compile(rf"\s+(?={_FINITE})")
"""A whole clause right behind any verb of saying, without "that"."""
_DETERMINED = (
    r"(?:it|he|she|they|we|the|there|its|his|her|their|this|these|those|no|a|an|all|both|some|any)"
)
_ADDRESSED = re.compile(
    r"\s+(?!that\b)(?:(?:to|in|at|on|during|before|after|by|today|yesterday|earlier|later|also"
    r"|again|however|separately|reporters|journalists|investors|analysts|afterwards|further"
    r"|through|[a-z]{3,}ly)\b(?:[^,.;:“”\"]|(?<=[A-Z][a-z]{2})\.(?=\s\d)){0,70}?"
    r"|[A-Z][a-z]+day)(?=\s+that\b)"
)
"""To whom, where and when, between the verb and its "that"."""
_SAID_OF = re.compile(r"\s+(?:of|about)\s+[^.;:“”\"]{2,80}?,?(?=\s+that\b)")
""" "said of the old tankers, which leak, that"."""
_OBJECT = re.compile(
    r"\s+(?:in a (?:\w+ )?(?:statement|call|interview|letter|speech|briefing)|on \w+day|today"
    r"|separately|earlier|later|also|at (?:the|a) (?:\w+ )?\w+)\b"
)
_SETTING = re.compile(
    r"\s+(?:in|on|at|to|by|from|with|during|after|before|today|yesterday|earlier|later)\b[^,.;:“”\"]{0,50}?"
    rf"(?=\s+{_DETERMINED}\s+{_FINITE}|\s+(?:it|he|she|they|there)\s+{_AUXILIARY}\b)"
)
"""Where and when, between the verb and a clause without "that"."""
_ASIDE = re.compile(r",\s+[^,.;:“”\"]{2,40},(?=\s+that\b)")
""" "warned, however, that"."""
_TOLD = re.compile(r"\s+[^,.;“”\"]{2,70}?(?=\s+that\b|,\s+that\b)")
_TOLD_FREE = re.compile(
    rf"\s+(?!that\b)[^,.;“”\"]{{2,60}}?(?=\s+{_DETERMINED}\s+{_FINITE}"
    rf"|\s+(?:it|he|she|they|there)\s+(?:{_AUXILIARY}|[a-z]+ed|knew|saw|took|felt|thought)\b"
    r"|\s+(?:his|her|its|their)\s+[a-z]+\s+[a-z]{3,}ed\b)"
)
_THAT = re.compile(r"\s*,?\s+that,?\s+")
_THAT_ITSELF = re.compile(rf"\s+(that)\s+{_AUXILIARY}\s")
_LASTING = re.compile(r"(?:[a-z]{3,}ed|was|is|had|has|will|would|could|took|went|ran)\b")
"""What a "that" joins to the noun before it: "said in a reading that lasted two hours"."""
_CLAUSE_START = re.compile(
    r"\s+(?!(?:in|on|at|of|to|for|with|by|during|after|before|from|about|without|through|via|as"
    r"|when|while|so|yes|no|nothing|little|more|today|goodbye|it all|separately|a prayer"
    r"|a blessing|a few words|grace|thank|sorry|last|earlier|later|is|was|and|or|but|he himself)\b)"
    r"(?=[\w£$€“\"])"
)
_COLON = re.compile(r":\s+(?=[\w£$€])")
_TAIL = re.compile(r"[\s.,;:–—]+$")
_NEXT = re.compile(
    rf",?\s+(?:and|but)\s+(?:(?:also|further|then)\s+)?(?:(?:{REPORTING})\s+)?that\s+"
    r"|,\s+that\s+(?!is\b|are\b|was\b|were\b|has\b|had\b|will\b|would\b)"
    r"|,?\s+(?:and\s+)?adding\s+that\s+"
    rf"|,?\s+(?:and|but)\s+(?!told|tells|remind|inform|assur|advis)(?:{REPORTING})\s+"
    rf"(?={_DETERMINED}\s+{_FINITE}|(?:it|he|she|they|there)\s)"
    rf"|,?\s+(?:and|but)\s+(?:said|says|added|adds)\s+(?={_DETERMINED}\s)"
)
_WHICH_TOO = re.compile(rf",\s+which\s+(?:he|she|they)\s+(?:{REPORTING})\s+(?={_AUXILIARY}\b)")
""" "…, which she said would save a week": the speaker goes on about it."""
_PAUSE = re.compile(r";\s(?!\s*(?:and|or|but|that)\b)")
_PAST = re.compile(r"\b(?:would|had|was|were|could|might|did)\b")
_PAST_VERB = re.compile(r"\s[a-z]{3,}ed\s")
_PRESENT = re.compile(r"\b(?:is|are|has|have|will|can|does|do|declined|refused)\b")
_SPOKEN = re.compile(r"[“„\"]")
_CLOSED = re.compile(r"[.!?]\s*$")
_ANNOUNCES = re.compile(r"[:–—]\s*$")
_WHOLE = re.compile(r"[“„\"«][^\W_a-z]")


def begin(text: str, after: int, end: int, verb: str) -> int | None:
    """Where the clause begins that the verb reports that ends at `after`; None if none does."""
    at = after
    if (verb in WITH_OBJECT and (item := _TOLD.match(text, at, end))) or (
        item := _ADDRESSED.match(text, at, end) or _ASIDE.match(text, at, end)
        or _OBJECT.match(text, at, end)
    ) or (verb in FREE and (item := _SAID_OF.match(text, at, end))):  # fmt: skip
        at = item.end()
    if verb in FREE and (itself := _THAT_ITSELF.match(text, at, end)):
        return itself.start(1)  # "said that was for the next meeting"
    if that := _THAT.match(text, at, end):
        return None if at > after and _LASTING.match(text, that.end()) else that.end()
    if verb in WITH_OBJECT:
        told = _TOLD_FREE.match(text, after, end)
        return told.end() + 1 if told else None
    if colon := _COLON.match(text, after, end):
        return colon.end()
    if (bare := _BARE.match(text, after, end)) and not _SETTING.match(text, after, end):
        return bare.end()
    if verb in FREE and (free := _CLAUSE_START.match(text, at, end)):
        return free.end()
    if verb in FREE and (setting := _SETTING.match(text, after, end)):
        return setting.end() + 1
    return None


def is_clause(text: str, start: int, end: int) -> bool:
    """Whether words hold a subject and a verb."""
    return bool(re.compile(_FINITE).match(text, start, end))


def has_verb(text: str, start: int, end: int) -> bool:
    """Whether words hold a finite verb, also behind an apposition of their subject."""
    return bool(_HAS_VERB.search(text, start, end))


def parts(text: str, at: int, end: int, quoted: list[Span]) -> Iterator[Span]:
    """Each "that" clause from `at` on; quoted words stand for the clause that holds them."""
    end = turn(text, at, end)
    borders = [at]
    ends = []
    for more in (*_NEXT.finditer(text, at, end), *_WHICH_TOO.finditer(text, at, end)):
        if any(q.start <= more.start() < q.end for q in quoted):
            continue
        ends.append(more.start())
        borders.append(more.end())
    ends.append(end)
    for start, stop in zip(borders, ends, strict=True):
        if mark := next((q for q in quoted if start <= q.start < stop), None):
            announced = _ANNOUNCES.search(text, start, mark.start) and _WHOLE.match(
                text, mark.start
            )
            if not announced and not _CLOSED.search(text, start, mark.start):
                continue
            stop = mark.start
        yield Span(start, trimmed(text, start, stop))


def until_pause(text: str, at: int, end: int) -> int:
    """Where a clause ends behind which the release goes on in its own words, or with quoted ones.

    What is reported in the past is not gone on with in the present.
    """
    for pause in _PAUSE.finditer(text, at, end):
        if _SPOKEN.search(text, at, pause.start()):
            return end
        if _SPOKEN.search(text, pause.end(), end):
            return pause.start()
        past = _PAST.search(text, at, pause.start()) or (
            _PAST_VERB.search(text, at, pause.start())
            and not _PRESENT.search(text, at, pause.start())
        )
        present = _PRESENT.search(text, pause.end(), end)
        again = _PAST.search(text, pause.end(), end)
        if past and present and not (again and again.start() < present.start()):
            return pause.start()
    return end


def trimmed(text: str, start: int, stop: int) -> int:
    """The end of a clause without the marks that close it."""
    return start + len(_TAIL.sub("", text[start:stop]))
