"""Figures: how much, how many, which rank. Dates, telephone numbers and models are none."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from pr_assistant.facts.amounts import Amount, amount_of
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.counting import what_is_counted
from pr_assistant.facts.currencies import currency_of, is_american, meant
from pr_assistant.facts.layout import Layout, Taken
from pr_assistant.facts.measuring import measured
from pr_assistant.facts.models import Figure
from pr_assistant.facts.numbers import NUMBER_WORDS, tidy
from pr_assistant.facts.qualifying import with_qualifier
from pr_assistant.facts.ranges import as_range, with_unit_of_next
from pr_assistant.facts.ranks import as_rank, find_ranks, is_rank, may_rank
from pr_assistant.facts.table_heads import Table
from pr_assistant.facts.units import AMOUNT, TIME_UNITS
from pr_assistant.sentences import Span

_TIME = re.compile(r"\d{1,2}(?:[:.]\d\d(?:\s*(?:[ap]\.?m\b|h\b|hrs|GMT|UTC|BST|C?ES?T|EDT|PT|ET))|"
                   r":\d\d|(?:(?<=\bat [1-9])|(?<=\bat [12]\d))\.\d\d"
                   r"(?!\d|\s*(?:%|per|percent|[mb]illion))"
                   r"|\s?(?:[ap]\.?m\.?|o['’]clock)(?!\w)|[.:]\d\d(?= local time)"
                   r"|(?:(?<=\bfrom \d)|(?<=\bfrom \d\d))\.\d\d(?= (?:until|till)\b)"
                   r"|(?:(?<=\buntil \d)|(?<=\buntil \d\d))\.\d\d(?!\d|\s*(?:%|per)))",
                   re.IGNORECASE)  # fmt: skip
_NAMED = re.compile(r"\s[A-Z][a-z]")
_DIGIT = re.compile(r"\d")
_FIRST = re.compile(r"\bfirst\s+$", re.IGNORECASE)
_ACCOUNTED = frozenset("month months week weeks".split())
"""Their first few make a period of accounts."""
_ENDED = re.compile(r"\s+\w+\s+(?:ended\b|to \d{1,2}(?:st|nd|rd|th)?\s+[A-Z])")


def read(layout: Layout, place: str | None, masked: list[Span]) -> list[Figure]:
    """The figures of a release in order; `masked` spans hold none.

    `place` is of the dateline: a bare "$" is what is paid with there.
    """
    text = layout.text
    own = None if is_american(text) else currency_of(place or "", text)
    taken = Taken(masked)
    for match in _TIME.finditer(text):
        if not taken.overlap(*match.span()):
            taken.add(*match.span())
    figures: list[Figure] = []
    table = Table()
    for sentence in layout.sentences:
        if layout.kind(sentence.start) == "contact":
            continue
        is_row = layout.is_table(sentence)
        if layout.tabular:
            table.step(text, sentence, is_row)
        figures += _of_sentence(layout, sentence, taken, table if is_row else None)
    return [replace(f, unit=meant(f.unit, f.text, own)) if f.unit else f for f in figures]


def _of_sentence(layout: Layout, sentence: Span, taken: Taken, table: Table | None) -> list[Figure]:
    text = layout.text
    cores: list[Amount] = []
    at = sentence.start
    words = layout.words(sentence)
    ranks = find_ranks(text, sentence, taken) if may_rank(text, sentence, words) else []
    if not ranks and NUMBER_WORDS.isdisjoint(words) and not _DIGIT.search(text, *sentence):
        return []
    bullet = layout.bullet(sentence)
    if bullet and text[sentence.start : bullet.start].strip("( \t\n").rstrip(".) \t").isalnum():
        at = bullet.start
    for rank in ranks:
        taken.add(rank.start, rank.end)
    while core_match := AMOUNT.search(text, at, sentence.end):
        at = max(core_match.end(), core_match.start() + 1)
        begin = core_match.start()
        if hit := taken.overlap(begin, core_match.end()):
            at = max(hit[1], begin + 1)
            continue
        core = amount_of(text, core_match, sentence, table)
        if core and table and table.is_money and core.kind == "count":
            core = replace(
                core, kind="money", unit=table.currency, value=tidy(core.value * table.row_times)
            )
        if core:
            cores.append(core)
            at = max(core.end, begin + 1)
    found: list[Figure] = []
    cores.sort(key=lambda c: c.start)
    cores = [with_unit_of_next(text, *pair) for pair in zip_longest(cores, cores[1:])]
    index = 0
    while index < len(cores):
        core = cores[index]
        other = as_range(text, core, cores[index + 1]) if index + 1 < len(cores) else None
        if other:
            core, end_value = other
            if core.unit is None and is_rank(text, sentence, core):
                core = replace(core, unit="rank", kind="unit")
            index += 1
        else:
            end_value = None
        index += 1
        if figure := _figure(layout, sentence, core, end_value, table is not None):
            found.append(figure)
    for rank in ranks:
        found.append(as_rank(layout, sentence, rank))
    return sorted(found, key=lambda f: f.start)


def _is_name(layout: Layout, sentence: Span, core: Amount) -> bool:
    """Whether a number with a capital amid a sentence is of a name: "Nine Elms Capital"."""
    text = layout.text
    capital = text[core.start].isupper() and _NAMED.match(text, core.end)
    if capital and re.search(rf"[a-z] {re.escape(text[core.start : core.end + 4])}", text):
        return True  # "the Twelve Nights Festival"
    return (
        text[core.start].isupper()
        and core.start > sentence.start
        and text[core.start - 1] == " "
        and text[core.start - 2] not in '.:;!?”"’'
        and bool(_NAMED.match(text, core.end))
        and layout.kind(core.start) != "title"
    )


def _figure(
    layout: Layout, sentence: Span, core: Amount, value_to: float | int | None,
    in_table: bool,
) -> Figure | None:  # fmt: skip
    text = layout.text
    start, end, unit = core.start, core.end, core.unit
    phrase: Span | None = None
    if core.kind == "count":
        if core.written and _is_name(layout, sentence, core):
            return None
        kept = what_is_counted(text, sentence, core, in_table)
        if kept is None:
            return None
        unit, phrase = kept
    elif core.kind == "unit" and unit == "second" and core.value == 1:
        return None
    start, end, qualifier = with_qualifier(text, sentence.start, core)
    lead = text[max(0, start - 12) : start]
    if unit in _ACCOUNTED and _FIRST.search(lead):
        return None
    if unit in TIME_UNITS and _ENDED.match(text[core.end : core.end + 16]):
        return None
    if (
        core.written
        and core.value == 1
        and not core.scale
        and core.kind
        in (
            "count",
            "time",
            "unit",
        )
    ):
        return None
    measures = (
        cut(text, *phrase) if phrase else measured(layout, sentence, start, end, unit, in_table)
    )
    return Figure(start, end, text[start:end], core.value, unit, qualifier, measures, value_to)
