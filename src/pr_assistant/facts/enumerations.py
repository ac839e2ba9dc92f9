"""What a sentence or heading announces and then lists: in the sentence, after it, or in bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pr_assistant.facts import phrases
from pr_assistant.facts.bullets import bulleted
from pr_assistant.facts.following import ANNOUNCING, after_sentence
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.lines import lined
from pr_assistant.facts.listing import SUBJECT, Counted, are_short, counts, listed, made
from pr_assistant.facts.models import Enumeration
from pr_assistant.facts.numbers import WORDS
from pr_assistant.sentences import Span, trim

_LIST_MARK = re.compile(
    r"\s*(?::|\s[–—-]|—)\s*(?:namely\s+)?|,?\s+namely\s+|\s+\((?=[^()]*(?:,|\band\b))"
)
_DASH = re.compile(r"\s+[–—-]\s+|—")
_PLACES = frozenset(
    "sites cities towns countries plants locations places ports regions venues".split()
)
_LAST_PLACE = re.compile(r"\b(?:in|at|from|to)\s+((?:the\s+)?[^,;]*?)\s*$")
_NO_ITEMS = re.compile(r"\b(?:said|says|told|added|http|www)\b")


def read(layout: Layout) -> list[Enumeration]:
    """The enumerations of a release in order; none holds another's announcement."""
    found = [*bulleted(layout)]
    found += [e for e in lined(layout) if not any(_overlap(e, other) for other in found)]
    for sentence in layout.sentences:
        if layout.kind(sentence.start) in ("contact", "metadata") or layout.is_table(sentence):
            continue
        counted = counts(layout.text, sentence, layout.words(sentence))
        for enumeration in (
            *_in_sentence(layout, sentence, counted),
            *after_sentence(layout, sentence, counted),
        ):
            if not any(_overlap(enumeration, other) for other in found):
                found.append(enumeration)
                break
    return sorted(found, key=lambda e: e.start)


def _overlap(one: Enumeration, two: Enumeration) -> bool:
    if one.start < two.end and two.start < one.end:
        return True
    items = {(i.start, i.end) for i in two.items}
    return any((i.start, i.end) in items for i in one.items)


def _in_sentence(layout: Layout, sentence: Span, counted: list[Counted]) -> Iterator[Enumeration]:
    text = layout.text
    for count in counted:
        number, head, phrase = count.number, count.head, count.phrase
        quotation = layout.quotation(count.start)
        limit = min(sentence.end, quotation.end - 1) if quotation else sentence.end
        mark = _mark_after(text, phrase.end, limit) or _mark_after(text, head.end, limit)
        if mark is None:
            items = (
                _apposed(text, head, limit, number)
                or (phrase.end > head.end and _apposed(text, phrase, limit, number))
                or []
            ) or _equated(text, phrase, limit, number)
            if items:
                yield made(text, Span(count.start, head.end), number, items)
            continue
        begin, end = mark
        colon = text[begin - 2 : begin] == ": "
        items = listed(text, begin, end, number)
        if items and text[slice(*head)].lower() in _PLACES:
            items = _places(text, items)
        if (
            items
            and not _is_divided(text, items)
            and (
                len(items) == number
                or (
                    2 <= len(items) < number
                    and (are_short(text, items) or (len(items) == number - 1 and colon))
                )
            )
        ):
            yield made(text, Span(count.start, phrase.end), number, items)
            return
    yield from _uncounted(layout, sentence)


def _mark_after(text: str, at: int, end: int) -> tuple[int, int] | None:
    """(where the list begins, where it ends) behind a colon, a dash or a bracket near `at`."""
    gap = re.compile(
        r"(?:[^:;.()–—\d“”\"]|\b(?:19|20)\d\d\b){0,60}?(?=:\s|\s[–—-]\s|—|,?\s+namely\s|\s\()"
    ).match(text, at, end)
    if gap is None or re.search(rf"\b(?:said|says|{WORDS})\b", gap.group()):
        return None
    mark = _LIST_MARK.match(text, gap.end(), end)
    if mark is None:
        return None
    begin = mark.end()
    if "(" in mark.group():
        close = text.find(")", begin, end)
        return (begin, close) if close >= 0 else None
    if re.search(r"[–—-]", mark.group()):
        close_dash = _DASH.search(text, begin, end)
        stop = close_dash.start() if close_dash else end
        return begin, stop
    return begin, end


def _places(text: str, items: list[Span]) -> list[Span]:
    """Of clauses that say what is done where, the places."""
    found = []
    for item in items:
        words = text[slice(*item)]
        if len(words.split()) < 4:
            return items
        last = _LAST_PLACE.search(words)
        if last is None:
            return items
        found.append(Span(item.start + last.start(1), item.start + last.end(1)))
    return found


_SOME = re.compile(
    r",\s+(?:including|among (?:them|which)|such as|notably|in"
    r" particular)\s+(?P<items>[^.;:“”]{6,200}?)"
    r"(?=[.;]|,\s+(?:which|who|where|with|while)\b|$)"
)
_FIRST_OF = re.compile(
    r",\s+of which (?:the )?(?:first|one|second|last)(?:,|\s+is"
    r"|\s+was)\s+[“\"](?P<item>[^”\"]{3,80})[”\"]"
)
_PLAIN = re.compile(
    r",\s+(?P<items>[a-z][^,.;:()“”]{2,40}(?:,\s+[a-z][^,.;:()“”]{2,40})*?"
    r",?\s+and\s+[a-z][\w’' -]{2,40}?)(?=[,.;]|$)"
)


def _apposed(text: str, head: Span, end: int, number: int) -> list[Span]:
    """ "two ships, the Idun and the Embla," — exactly as many names as were announced;

    and of what is announced to be listed, also some: "four subjects, among them A and B".
    """
    at = head.end
    if text[slice(*head)].lower() in ANNOUNCING:
        if some := _SOME.match(text, at, end):
            items = listed(text, *some.span("items"), None) or [trim(text, *some.span("items"))]
            return items if len(items) <= number else []
        if first := _FIRST_OF.match(text, at, end):
            return [trim(text, *first.span("item"))]
        if plain := _PLAIN.match(text, at, end):
            items = listed(text, *plain.span("items"), number)
            if len(items) == number and all(len(text[slice(*i)].split()) <= 5 for i in items):
                return items
    match = re.compile(r",\s+(?:(?:at|in"
                       r"|namely)\s+)?((?:the\s+)?[A-Z][^,.;:()]*(?:,\s+(?:the\s+)?[A-Z][^,.;:()]*)*?"
                       r",?\s+and\s+(?:the\s+)?"
                       r"[A-Z][\w’' -]*?)(?=[,.;]|\s+[a-z]|$)").match(text, at, end)  # fmt: skip
    if match is None:
        return []
    items = listed(text, match.start(1), match.end(1), number)
    clauses = any(_CLAUSE.search(text, *item) for item in items)
    return items if len(items) == number and are_short(text, items) and not clauses else []


_THING = re.compile(r"[A-Z]|(?:an?|the)\s")
_ARE = re.compile(r"\s+(?:are|were|will be)\s+(?!(?:to|being|not|also|about|over|more)\b)")


def _equated(text: str, phrase: Span, end: int, number: int) -> list[Span]:
    """ "The three winners are A, B and C": exactly as many short items, two if they are things."""
    verb = _ARE.match(text, phrase.end, end)
    items = listed(text, verb.end(), end, number) if verb else []
    named = all(_THING.match(text, item.start) for item in items)
    if len(items) != number or not are_short(text, items) or not (named or number > 2):
        return []
    return items


_NUMBER = re.compile(rf"(?:{WORDS})\s")
_MONTH = re.compile(
    r"(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
_SHARE = re.compile(rf"(?:{WORDS}|\d+)\s+(?:from|of|for|in|by|at|are|is)\b")


def _is_divided(text: str, items: list[Span]) -> bool:
    """Whether what follows a count only parts it: "two from Leeds, three from York"."""
    parted = sum(bool(_SHARE.match(text, *item)) for item in items) >= 2
    parted = parted or all(_MONTH.match(text, *item) for item in items)
    return parted or text[items[-1].end - 1] == "%"


_MADE_UP = re.compile(
    r"(?P<whole>\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Aa]n?|[Ee]ach(?: of the)?"
    r"|[Ee]very)\s+(?:[\w-]+\s+){0,3}?[\w-]+)\s+(?:(?:will|would"
    r"|is to)\s+)?"
    r"(?:consists?\s+of|comprises?|is made up of|is composed of|be made up of)\s+"
    r"(?!(?:about|around|more|over|some|nearly|up|at|\d)\b)"
)


_NAMED = re.compile(
    r"(?P<subject>(?:The|Its|Our|Their)\s+(?:[\w-]+\s+){0,3}?(?P<head>[a-z-]+))"
    r"\s+(?:are|were|will be)\s+(?P<items>[A-Z][^,.;:()“”\"]*(?:,\s+[A-Z][^,.;:()“”\"]*)+?"
    r",?\s+and\s+[A-Z][\w’'-]*(?:\s+(?:of\s+)?[A-Z][\w’'-]*)*)(?=[,.;]|$)"
)
""" "The first provinces are Lusaka, Eastern and Southern": names alone."""
_FOLLOWING = re.compile(r"\b[Tt]he following\s+[a-z][^:]*$")
_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|can)\s")
_MAKING_UP = frozenset("consist consists comprise comprises made composed".split())
"""Of which `_MADE_UP` needs one."""
_COLON = re.compile(r"[“\"]?[^:“”\"]{6,140}?(?P<colon>:)\s+(?=[\w“\"])")


def _uncounted(layout: Layout, sentence: Span) -> Iterator[Enumeration]:
    """ "The reasons are always the same: the price, the shame and the waiting room." """
    text = layout.text
    made_up = not _MAKING_UP.isdisjoint(layout.words(sentence)) and _MADE_UP.search(text, *sentence)
    if made_up:
        items = listed(text, made_up.end(), sentence.end, None)
        items = [] if any(_NUMBER.match(text, *item) for item in items) else items
        parted = text.count(";", made_up.end(), sentence.end) >= 2
        if (
            len(items) >= 3
            and (parted or re.search(r"\b(?:and|or)\b", text[items[-2].end : items[-1].start]))
            and (parted or are_short(text, items, 12))
            and not layout.quotation(made_up.end())
        ):
            yield made(text, Span(*made_up.span("whole")), None, items)
            return
    if (named := _NAMED.match(text, *sentence)) and phrases.is_plural(named["head"]):
        items = listed(text, *named.span("items"), None)
        if len(items) >= 3 and are_short(text, items) and not layout.quotation(named.end()):
            yield made(text, Span(*named.span("subject")), None, items)
            return
    colon = _COLON.match(text, *sentence) if ":" in text[slice(*sentence)] else None
    if colon is None or layout.bullet(sentence) or _NO_ITEMS.search(colon.group()):
        return
    if layout.kind(sentence.start) in ("title",) or re.search(r"\d:$", colon.group().strip()):
        return
    lead = text[sentence.start : colon.start("colon")].lstrip('“"')
    items = listed(text, colon.end(), sentence.end, None)
    commas = sum("," in text[a.end : b.start] for a, b in pairwise(items))
    if (
        len(items) < 3
        or commas < len(items) - 2
        or not are_short(text, items)
        or re.search(r"[.:]\s|@|\d{3}", text[colon.end() : sentence.end])
    ):
        return
    if not re.search(r"\band\b|\bor\b", text[items[-2].end : items[-1].start]):
        return
    if _CLAUSE.search(text, *items[0]) or _is_divided(text, items):
        return
    following = _FOLLOWING.search(lead)
    if following:
        yield made(
            text, Span(sentence.start + following.start(), colon.start("colon")), None, items
        )
        return
    subject = SUBJECT.match(lead)
    names = subject["subject"] if subject else lead
    if not any(phrases.is_plural(word.strip(",")) for word in names.split()):
        return
    begin = sentence.start + (lead[:1] in '“"')
    span = trim(text, begin, begin + len(names))
    yield made(text, span, None, items)
