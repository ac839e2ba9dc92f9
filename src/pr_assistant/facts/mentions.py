"""Where people are named so that it is certain: by honorific, title, speech or relation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.facts.describing import describe, speaks_for_person
from pr_assistant.facts.finding import lowered, occurrences
from pr_assistant.facts.layout import Layout, Taken
from pr_assistant.facts.lexicon import FUNCTIONS, PARTICLES, POSTNOMINALS, ROLE_HEADS
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.names import GLUED, HONORIFIC, RUN, is_name, key, looks_like_organisation
from pr_assistant.facts.titles import AFTER_HEAD
from pr_assistant.sentences import Span

SENTENCE_OPENERS = frozenset(
    "But And In On At For With As When While After Before Since Under The This That Then Meanwhile"
    " Today Yesterday Tomorrow However Moreover Unlike Besides Instead Later Earlier Last Next"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    " Both Its Our Their If So Yet Now Also Here There From By To Like Among Between".split()
)


def find_sure(layout: Layout, known: frozenset[str]) -> list[Mention]:
    """Mentions by full name or honorific that what stands beside them makes sure."""
    text = layout.text
    found: list[Mention] = []
    taken = Taken()
    after_titles: list[Span] = []
    for match in HONORIFIC.finditer(text):
        run = GLUED.match(text, match.end())
        if run is None or HONORIFIC.match(text, match.end()):
            continue
        end = _name_end(text, match.end(), run.end(), known)
        if end is None:
            continue
        mention = Mention(match.end(), end, _honorific(text, match))
        found.append(mention)
        if not taken.overlap(match.start(), end):
            taken.add(match.start(), end)
    for mention in found:
        describe(layout, mention, known, after_titles, True)
    inside = _occurrences(text, known)
    honoured = {key(m.name(text)) for m in found}
    for run in _runs(layout):
        if taken.overlap(*run.span()):
            continue
        for start, end in _candidates(text, run, known):
            if any(s.start <= start and end <= s.end for s in (*inside, *after_titles)):
                continue
            mention = Mention(start, end)
            sure = describe(layout, mention, known, after_titles, False)
            if sure or speaks_for_person(layout, start, end) or key(mention.name(text)) in honoured:
                found.append(mention)
                break
    _add_coordinated(layout, found, known)
    found.sort(key=lambda m: m.start)
    return found


def _add_coordinated(layout: Layout, found: list[Mention], known: frozenset[str]) -> None:
    """Add names that "and" joins to one that is a person's: the title before holds for both."""
    text = layout.text
    taken = [Span(m.start, m.end) for m in found]
    for mention in list(found):
        both = re.compile(r"\s+and\s+").match(text, mention.end)
        run = RUN.match(text, both.end()) if both else None
        if run is None or any(t.start < run.end() and run.start() < t.end for t in taken):
            continue
        name = " ".join(run.group().split())
        if is_name(name) and name.lower() not in known and not looks_like_organisation(name):
            title = next(
                (f for f in mention.found if f[1].title and f[1].stop <= mention.start), None
            )
            found.append(Mention(run.start(), run.end(), None, [title] if title else []))


def _occurrences(text: str, known: frozenset[str]) -> list[Span]:
    """Where organisations are named by several words."""
    low = lowered(text)
    return [span for name in known if " " in name for span in occurrences(low, name)]


def _runs(layout: Layout) -> Iterator[re.Match[str]]:
    """Runs of capitalised words; in a block of contacts none goes over the end of a line."""
    text = layout.text
    for run in RUN.finditer(text):
        if "\n" not in run.group() or layout.kind(run.start()) != "contact":
            yield run
            continue
        at = run.start()
        while at < run.end():
            line = text.find("\n", at, run.end())
            part = RUN.match(text, at, line if line >= 0 else run.end())
            if part:
                yield part
            if line < 0:
                break
            at = line + 1
            while at < run.end() and text[at].isspace():
                at += 1


def _honorific(text: str, match: re.Match[str]) -> str:
    before = re.compile(r"(Prof|Professor|Dr|Sir|Dame|The Hon|Hon|Rev)\.?\s+$").search(
        text, max(0, match.start() - 12), match.start()
    )
    word = match["honorific"]
    return f"{before[1]} {word}" if before else word


def _name_end(text: str, start: int, end: int, known: frozenset[str]) -> int | None:
    """Where the name after an honorific ends: before any word that is none of it."""
    stop = None
    for word in re.compile(r"\S+").finditer(text, start, end):
        part = word.group().rstrip(".,")
        if (
            stop is not None
            and not is_name(part, 1, sure=True)
            and part.lower() not in PARTICLES
            and (len(part) > 1 or not part.isupper())
        ):
            break
        if (
            stop is not None
            and re.fullmatch(r"[A-Z]{2,4}", part)
            and re.fullmatch(POSTNOMINALS, f" {part}")
        ):
            break
        stop = word.end()
        if len(text[start:stop].split()) >= 6:
            break
    return stop


def _candidates(text: str, run: re.Match[str], known: frozenset[str]) -> list[tuple[int, int]]:
    """Spans of a run of capitalised words that may be a name: all of it, or what a title leaves."""
    parts = [Span(*m.span()) for m in re.compile(r"\S+").finditer(text, run.start(), run.end())]
    while len(parts) > 1 and re.fullmatch(POSTNOMINALS, f" {text[slice(*parts[-1])]}"):
        parts.pop()
    while parts and text[slice(*parts[0])] in SENTENCE_OPENERS:
        parts.pop(0)
    heads = [i for i, p in enumerate(parts) if _is_head(text[slice(*p)])]
    if heads:
        parts = parts[heads[-1] + 1 :]
        while parts and text[slice(*parts[0])].lower() in AFTER_HEAD:
            parts.pop(0)
    while len(parts) > 2 and text[slice(*parts[0])].lower() in FUNCTIONS:
        parts.pop(0)
    spans = []
    for skip in range(max(1, min(4, len(parts) - 1))):
        rest = parts[skip:]
        if len(rest) < 2:
            break
        name = text[rest[0].start : rest[-1].end]
        words = " ".join(name.split())
        if skip and not any(
            " ".join(text[parts[0].start : p.end].split()).lower() in known for p in parts[:skip]
        ):
            break
        if words.lower() in known or not is_name(words, 2, sure=True):
            continue
        spans.append((rest[0].start, rest[-1].end))
    return spans


def _is_head(word: str) -> bool:
    lower = word.lower().strip(".,")
    return lower in ROLE_HEADS and lower not in (
        "king", "prince", "bishop", "judge", "dean", "abbot", "warden", "ranger", "chase", "farmer",
        "driver", "pilot", "author", "coach", "fellow", "chef", "reader", "keeper", "baker",
        "rector",
    )  # fmt: skip
