"""What a sentence or heading announces and then lists: in the sentence, after it, or in bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.facts.beside import apposed, equated
from pr_assistant.facts.bullets import bulleted
from pr_assistant.facts.following import after_sentence
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.lines import lined
from pr_assistant.facts.listing import Counted, are_short, counts, is_divided, listed, made
from pr_assistant.facts.models import Enumeration
from pr_assistant.facts.naming_some import naming_some
from pr_assistant.facts.numbers import WORDS, value
from pr_assistant.facts.uncounted import uncounted
from pr_assistant.sentences import Span

_LIST_MARK = re.compile(
    r"\s*(?::|\s[–—-]|—)\s*(?:namely\s+)?|,?\s+namely\s+|\s+\((?=[^()]*(?:,|\band\b))"
)
_SAID = re.compile(
    r"(?:[^:;.()–—\d“”\"]{0,40}?),\s+(?:he|she|they|[A-Z][\w’'. -]{2,40})\s+(?:said|says|added):\s+"
)
""" "three weaknesses, he said: …"."""
_OF_NUMBER = re.compile(
    rf"\b(?:[Aa]|[Tt]he)\s+(?P<noun>[a-z-]+)\s+of\s+(?P<count>{WORDS})(?=:\s|\s[–—(])"
)
""" "a panel of five: …"."""
_DASH = re.compile(r"\s+[–—-]\s+|—")
_PLACES = frozenset(
    "sites cities towns countries plants locations places ports regions venues".split()
)
_LAST_PLACE = re.compile(r"\b(?:in|at|from|to)\s+((?:the\s+)?[^,;]*?)\s*$")


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
    for count in (*counted, *_of_number(text, sentence)):
        number, head, phrase = count.number, count.head, count.phrase
        quotation = layout.quotation(count.start)
        limit = min(sentence.end, quotation.end - 1) if quotation else sentence.end
        mark = _mark_after(text, phrase.end, limit) or _mark_after(text, head.end, limit)
        if mark is None:
            items = (
                apposed(text, head, limit, number)
                or (phrase.end > head.end and apposed(text, phrase, limit, number))
                or []
            ) or equated(text, phrase, limit, number)
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
            and not is_divided(text, items)
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
    yield from naming_some(layout, sentence)
    yield from uncounted(layout, sentence)


def _of_number(text: str, sentence: Span) -> Iterator[Counted]:
    """Groups whose members are counted behind them: "a panel of five"."""
    for match in _OF_NUMBER.finditer(text, *sentence):
        span = Span(match.start("noun"), match.end())
        number = int(value(match["count"]))
        if number >= 2:
            yield Counted(span.start, number, span, span)


def _mark_after(text: str, at: int, end: int) -> tuple[int, int] | None:
    """(where the list begins, where it ends) behind a colon, a dash or a bracket near `at`."""
    if said := _SAID.match(text, at, end):
        return said.end(), end
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
