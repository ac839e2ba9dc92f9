"""Where people are named so that it is certain: by honorific, title, speech or relation."""

from __future__ import annotations

import re

from pr_assistant.facts.candidates import candidates, is_cut, name_end
from pr_assistant.facts.coordinated import add_coordinated, before_and
from pr_assistant.facts.describing import describe
from pr_assistant.facts.desks import organisation_of_line
from pr_assistant.facts.familiar import is_common, is_familiar
from pr_assistant.facts.finding import lowered, occurrences
from pr_assistant.facts.given import is_given
from pr_assistant.facts.honorifics import clean
from pr_assistant.facts.kin import by_given_name, of_couple
from pr_assistant.facts.layout import Layout, Taken
from pr_assistant.facts.lexicon import FUNCTIONS, ROLE_HEADS
from pr_assistant.facts.listed_people import announced, beside
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.name_runs import is_of_body, is_quoted, runs
from pr_assistant.facts.names import (
    GLUED,
    HONORIFIC,
    is_name,
    key,
)
from pr_assistant.facts.plain_names import is_plain
from pr_assistant.facts.reached import is_reached
from pr_assistant.facts.signs import speaking_surnames, speaks_for_person
from pr_assistant.facts.title_words import joins_firm
from pr_assistant.sentences import Span

_PARTICLES = re.compile(
    r"(?:(?:van|von|de|der|den|di|da|dos|del|della|du|la|le|ter|ten|zu|al|el|bin|binti)\s+){1,3}(?=[A-Z])"
)
_ALSO_WORDS = frozenset(
    "Judge General Major Father Sister Cardinal Ing Sr Sri Tun Eng Ts Gen Brig Mama Ratu Deacon"
    " Com Padre Sardar".split()
)
"""Honorifics that are other words as well: a full name must follow,"""
_WITH_GIVEN_NAME = frozenset("Father Sister Mama Deacon".split())
"""or a name that another place tells of in full; behind a comma these stand with any."""
_OF_POST = re.compile(r"\s+(?:for|of)\s")
_PEERS = frozenset("Lord Lady Baroness Baron Viscount".split())
_SHIP = re.compile(r"\b[Tt]he (?:ship|ferry|vessel|yacht|trawler|tug|barge|cutter|lifeboat)\s+$")
""" "the ferry Lady Osprey"."""
_OF_SEAT = re.compile(
    r"\s+of\s+(?P<seat>[A-Z][\w’'-]+(?:-[\w-]+)*(?:\s[A-Z][\w’'-]+)?)(?=[,.;:)]|\s[a-z]|$)"
)
""" "Lord Ashby of Marlow": the seat is part of the name."""
_ASIDE = re.compile(r"\([A-Z][\w-]+\)\s+(?=[A-Z])")
""" "Lord (Peter) Ashby"."""


def find_sure(layout: Layout, known: frozenset[str]) -> list[Mention]:
    """Mentions by full name or honorific that what stands beside them makes sure."""
    text = layout.text
    found: list[Mention] = []
    taken = Taken()
    after_titles: list[Span] = []
    for match in HONORIFIC.finditer(text):
        if taken.overlap(*match.span()):
            continue  # within a name: "Azman bin Hj. Idris"
        stop = layout.paragraph(match.start()).end
        aside = _ASIDE.match(text, match.end(), stop)
        begin = aside.end() if aside else match.end()
        particles = _PARTICLES.match(text, begin, stop)  # "Mr van Baar"
        run = GLUED.match(text, particles.end() if particles else begin, stop)
        end = name_end(text, begin, run.end(), known) if run else None
        if end is None or text[match.start() - 1 : match.start()] + text[end : end + 1] == "**":
            continue
        honorific = clean(match["honorific"])
        if honorific in _PEERS and (of := _OF_SEAT.match(text, end, stop)):
            end = end if of["seat"].lower() in known else of.end()
        if honorific in _PEERS and _SHIP.search(text, max(0, match.start() - 16), match.start()):
            continue
        if honorific == "Messrs" and text.startswith(" &", end):
            continue  # a firm
        if honorific == "Don" and len(text[match.end() : end].split()) < 3:
            continue  # rather a given name: "Don Miller"
        words = text[begin:end].split()
        if honorific == "M" and not (words[1:] and is_given(words[0], words[1:])):
            continue  # an initial
        if len(words) == 1 and words[0].lower() in ROLE_HEADS and _OF_POST.match(text, end, stop):
            continue  # "the Honourable Commissioner for Education, Prof. A"
        short = honorific in _ALSO_WORDS and not is_name(" ".join(words))
        if short and not (honorific in _WITH_GIVEN_NAME and is_name(words[0], 1)):
            continue  # "Father Christmas", "General Motors"
        mention = Mention(begin, end, honorific, lead=match.start())
        mention.alone = short and text.endswith(", ", 0, match.start())
        found.append(mention)
        if not taken.overlap(match.start(), end):
            taken.add(match.start(), end)
    for mention in found:
        describe(layout, mention, known, after_titles, True)
    inside = _occurrences(text, known)
    honoured = {key(m.name(text)) for m in found}
    speaking = speaking_surnames(text) | {m.name(text) for m in found if " " not in m.name(text)}
    listed = announced(layout)
    for run in runs(layout):
        if " " not in run.group() and "\n" not in run.group() and "\u00a0" not in run.group():
            continue  # a full name has two words
        if taken.overlap(*run.span()):
            continue
        for start, end in candidates(text, run, known):
            if any(s.start <= start and end <= s.end for s in (*inside, *after_titles)):
                continue
            if is_quoted(text, start, end) or is_of_body(text, start, end):
                continue
            if text[start:end].isupper() and is_common(text, text[start:end].split()):
                continue  # words of a headline
            mention = Mention(start, end)
            good = describe(layout, mention, known, after_titles, False)
            if (
                is_cut(text, run, start)
                and not _behind_field(text, run, start, end, known)
                and not any(t.stop <= start for _, t in mention.found)
            ):
                continue
            if (
                good
                or speaks_for_person(layout, start, end)
                or key(mention.name(text)) in honoured
                or is_familiar(text, start, end, known)
                or (start in listed and is_plain(text, start, end))
                or (text[start:end].rsplit(None, 1)[-1] in speaking and is_plain(text, start, end))
            ):
                if is_reached(text, start, end):
                    mention.contact = True
                    organisation_of_line(layout, mention, layout.paragraph(start), known)
                if not good and not mention.found:
                    describe(layout, mention, known, after_titles, True)
                found.append(mention)
                break
            if is_reached(text, start, end):
                mention.contact = True
                organisation_of_line(layout, mention, layout.paragraph(start), known)
                found.append(mention)
                break
    sure = len(found)
    taken = Taken((m.start, m.end) for m in found)
    found += [one for one in beside(layout, found) if not taken.overlap(one.start, one.end)]
    add_coordinated(layout, found, known)
    found += [one for m in found if (one := before_and(text, m) or of_couple(text, m))]
    taken = Taken((m.start, m.end) for m in found)
    found += [one for one in by_given_name(layout) if not taken.overlap(one.start, one.end)]
    for mention in found[sure:]:
        if not mention.found:
            describe(layout, mention, known, after_titles, True)
    found.sort(key=lambda m: m.start)
    return found


def _behind_field(
    text: str, run: re.Match[str], start: int, end: int, known: frozenset[str]
) -> bool:
    """Whether a familiar name stands behind the field of a title: "for Sport Ana Roe"."""
    field = text[run.start() : start].lower().split()
    return all(word in FUNCTIONS for word in field) and is_familiar(text, start, end, known)


def _occurrences(text: str, known: frozenset[str]) -> list[Span]:
    """Where organisations are named by several words, none of them joined to somebody's name."""
    low = lowered(text)
    return [
        span
        for name in known
        if " " in name and not joins_firm(name, name.partition(" and ")[0])
        for span in occurrences(low, name)
    ]
