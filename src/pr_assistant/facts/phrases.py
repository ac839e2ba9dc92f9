"""Noun phrases by their closed-class borders: what a number counts, what a preposition opens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.facts.numbers import WORDS
from pr_assistant.sentences import Span

_WORD = re.compile(r"[^\W\d_][\w’'&.-]*(?<![.’'-])|\d[\w-]*")
_SPACE = re.compile(r"[ \t\n\u00a0]+")
DETERMINERS = frozenset(
    "the a an its their our his her your my this that these those each every any all both some no"
    " another such".split()
)
CLOSED = frozenset(
    "of in on at by for with from to as into onto upon over under above below between among amid"
    " across through throughout during before after since until till within without against about"
    " around near via per than like including towards toward behind beyond despite except off out"
    " up down along because if when where while whereas although though but and or nor so yet not"
    " who whom whose which what that this these those the a an its their our his her your my it he"
    " she they we you i us them him me there here is are was were be been being am has have had do"
    " does did will would can could shall should may might must also only just even still already"
    " now then today yesterday tomorrow ago worldwide globally nationwide annually"
    " each either neither both how why more most less least very too again ever never once twice"
    " overall altogether versus vs".split()
)
"""Words that end a run of modifiers and nouns."""
VERBS = frozenset(
    "signs"
    " employs operates serves has includes sells makes runs provides offers supplies designs builds"
    " owns manages develops produces manufactures covers spans supports works holds plans expects"
    " aims says announced said rose fell grew increased decreased declined remains stands totals"
    " totalled reaches reached took take takes want live lives come comes go goes went join joined"
    " participate participated receive received benefit remain attend attended attend include"
    " signed founded based located chosen built used sold made produced expected planned located"
    " created employed affected recalled reported delivered completed worth due working living"
    " following according compared spanning serving using involving representing made up"
    " costs cost scores keeps keep".split()
)
_IRREGULAR = frozenset(
    "people staff women men children personnel crew cattle police fish sheep aircraft feet teeth"
    " criteria media data alumni faculty youth hectares headquarters series species vessels"
    " megawatts folk kids percent spacecraft watercraft offspring".split()
)
_MODIFYING = frozenset(
    "sales savings sports goods systems operations communications services arts weapons logistics"
    " electronics customs benefits earnings parts works public-works human-rights rights solutions"
    " graphics relations affairs resources news women men children schools foods games".split()
)
"""Plurals that stand before the noun they belong to: "sales jobs"."""
_SINGULAR_MEN = frozenset("specimen regimen acumen abdomen omen semen men".split())
_SINGULAR_S = re.compile(r"(?:ss|us|is|ous|ness|news|gas|lens|series)$")


def words(text: str, start: int, end: int, limit: int = 12) -> Iterator[Span]:
    """Up to `limit` words from `start` on with nothing but white space between them."""
    at = start
    for _ in range(limit):
        if space := _SPACE.match(text, at, end):
            if "\n\n" in space.group():
                return
            at = space.end()
        match = _WORD.match(text, at, end)
        if match is None:
            return
        yield Span(*match.span())
        at = match.end()


def is_plural(word: str) -> bool:
    """Whether a noun reads as a plural."""
    lower = word.lower().rsplit("-", 1)[-1]
    if lower.endswith(("'s", "’s", "'", "’")):
        return False
    if lower in _IRREGULAR or (lower.endswith("men") and lower not in _SINGULAR_MEN):
        return True
    return len(lower) > 2 and lower.endswith("s") and not _SINGULAR_S.search(lower)


def counted(text: str, start: int, end: int) -> tuple[Span, Span] | None:
    """(head noun, noun phrase) of what the number that ends at `start` counts; None if nothing.

    The head is the first plural noun, or the last of the nouns that stand together.
    """
    if not text[start : start + 1].isspace():
        return None
    run: list[Span] = []
    for word in words(text, start, end, limit=8):
        lower = text[slice(*word)].lower()
        if lower in ("and", "&") and (
            _is_name_so_far(text, run, word, end) or _is_shared(text, run, word, end)
        ):
            continue
        if lower in CLOSED or (run and (lower in VERBS or re.search(r"[a-z]{2}ly$", lower))):
            break
        if text[word.start].isdigit() and not run:
            break
        if run and is_plural(text[slice(*run[-1])]) and not is_plural(lower):
            break
        run.append(word)
    plural = [word for word in run if is_plural(text[slice(*word)])]
    if plural:
        head = plural[0]
        after = [w for w in run if w.start > head.start]
        while (
            after
            and text[slice(*head)].lower() in _MODIFYING | _IRREGULAR
            and is_plural(text[slice(*after[0])])
        ):
            head = after.pop(0)
    else:
        shared = _SHARED.match(text, run[-1].end if run else start, end)
        return counted(text, shared.end(), end) if shared else None
    first = run[0]
    phrase = Span(first.start, head.end)
    both = re.compile(
        r"\s+(?:and|or)\s+(?!hundreds|thousands|dozens|millions)([a-z-]+)(?=[\s.,;:)]|$)(?!\s+(?:\d|the\b|an?\b|its\b|some\b|over\b|more\b|about\b))(?!\s+of\s+[$€£A-Z\d])"
    ).match(text, head.end, end)
    if first == head and both and is_plural(both[1]) and both[1] not in VERBS | CLOSED:
        head = Span(head.start, both.end())
        phrase = head
    return head, Span(phrase.start, with_complement(text, phrase.end, end))


_SHARED = re.compile(
    rf"\s+(?:and|or|plus|to)\s+(?:another\s+|a further\s+)?(?:{WORDS}|\d[\d,]*)(?=\s+[a-z])"
)
"""A second number before the noun that both count: "250 full-time and 40 part-time jobs"."""


def _is_name_so_far(text: str, run: list[Span], both: Span, end: int) -> bool:
    """Whether an "and" joins names before the noun: "86,000 Pathway and Pathway Duo strollers"."""
    if not run or not all(text[w.start].isupper() for w in run):
        return False
    if is_plural(text[slice(*run[-1])]):
        return False
    following = _SPACE.match(text, both.end, end)
    return following is not None and text[following.end() : following.end() + 1].isupper()


def _is_shared(text: str, run: list[Span], both: Span, end: int) -> bool:
    """Whether an "and" joins what is before one noun: "3,000 cloud and data-centre technicians"."""
    if not run or any(is_plural(text[slice(*word)]) for word in run):
        return False
    following = [text[slice(*word)] for word in words(text, both.end, end, limit=3)]
    plural = next((n for n, word in enumerate(following) if is_plural(word)), 0)
    return plural > 0 and not any(
        word.lower() in CLOSED | VERBS | DETERMINERS or not word[0].isalpha()
        for word in following[:plural]
    )


_COMPLEMENT = re.compile(
    r"\s+(?:of|in|for|with|around|across|at|on|from|founded by|from)\s+(?!(?:19|20)\d\d\b|which\b"
    r"|whom\b)"
)


def with_complement(text: str, at: int, end: int) -> int:
    """The end of a noun phrase with the prepositional phrase that follows it, if one does."""
    match = _COMPLEMENT.match(text, at, end)
    if match is None:
        return at
    stop = noun_phrase(text, match.end(), end)
    return stop if stop > match.end() else at


_MORE_DIGITS = re.compile(r"\d[.,]\d")
"""Of an amount: what is before it ends there."""


def noun_phrase(text: str, start: int, end: int) -> int:
    """The end of the noun phrase that `start` opens, its article included; `start` if none."""
    at = start
    for count, word in enumerate(words(text, start, end, limit=9)):
        lower = text[slice(*word)].lower()
        if lower in DETERMINERS and count == 0:
            continue
        if lower in CLOSED or lower in VERBS or _MORE_DIGITS.match(text, word.end - 1):
            break
        at = word.end
    return at
