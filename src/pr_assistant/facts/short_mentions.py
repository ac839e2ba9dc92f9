"""Mentions of known people by surname or given name alone, and in the capitals of a headline."""

from __future__ import annotations

import re

from pr_assistant.facts.candidates import SENTENCE_OPENERS
from pr_assistant.facts.describing import describe
from pr_assistant.facts.finding import occurrences
from pr_assistant.facts.grouping import Group
from pr_assistant.facts.layout import Layout, last_begun
from pr_assistant.facts.lexicon import PARTICLES, ROLE_HEADS, ROLE_MODIFIERS
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.name_runs import stands_amid_verbs
from pr_assistant.facts.names import RUN, SUFFIX
from pr_assistant.sentences import Span

_GOES_ON = re.compile(
    r"-|\.\w|\s(?:(?:family|brothers|sisters)\b|\d{4}\s[A-Z]|S\.p\.A|Ltd\b|plc\b|Inc\b|AG\b|GmbH\b)"
)
"""What makes a surname part of a longer word ("Lee-Smith") or of an address."""


def add_short_mentions(layout: Layout, groups: list[Group], known: frozenset[str]) -> None:
    """Add mentions by surname or given name alone to the people they can only mean."""
    text = layout.text
    seen = [(m.start, m.end) for g in groups for m in g.mentions]
    runs = [Span(*run.span()) for run in RUN.finditer(text)] if groups else []
    in_capitals = _has_line_in_capitals(text)
    owners: dict[str, list[Group]] = {}
    for group in groups:
        parts = [p for p in SUFFIX.sub("", group.name).split() if p[0] not in "“\"‘'"]
        shorts = {parts[-1], parts[0]} | {" ".join(parts[i:]) for i in range(1, len(parts))}
        if len(parts) > 2 and len(parts[-2]) > 2:
            shorts.add(parts[-2])  # "Quiroz" for "Esteban Quiroz Marmolejo"
        if len(parts) > 3 and parts[-2].lower() in ("y", "e", "i"):
            shorts.add(parts[-3])  # "Quiroz" for "Esteban Quiroz y Rojas"
        shorts |= {p.title() for p in (parts[0], parts[-1]) if p.isupper() and len(p) > 2}
        shorts |= {" ".join(parts[:i]) for i in range(2, len(parts) + 1)}
        if in_capitals and len(parts[-1]) > 2:
            shorts |= {parts[-1].upper(), " ".join(parts).upper()}
        for short in shorts:
            if len(short) > 1 and short.lower() not in PARTICLES and short.lower() not in known:
                owners.setdefault(short, []).append(group)
    for short, who in sorted(owners.items(), key=lambda item: -len(item[0])):
        for start, end in occurrences(text, short):
            if text[start - 1] in "’'.-" or _GOES_ON.match(text, end):
                continue
            if text.endswith("& ", 0, start) or text.startswith(" &", end):
                continue  # "Marrow & Pike"
            if any(s < end and start < e for s, e in seen):
                continue
            shouted = short.isupper() and len(short) > 2
            if shouted and not _is_in_capitals(text, start, end):
                continue
            run = runs[max(0, last_begun(runs, start))]
            if (
                run.start <= start
                and end <= run.end
                and len(text[slice(*run)].split()) > len(short.split())
                and not shouted
                and not _opens(text, run, start, end)
                and not (" " in short and stands_amid_verbs(text, run, start, end))
            ):
                continue
            before = [g for g in who if g.mentions[0].start < start]
            ahead = shouted or layout.kind(start) == "title"
            if len(before) == 1 or (len(who) == 1 and ahead):
                mention = Mention(start, end)
                describe(layout, mention, known, [], True)
                (before or who)[0].mentions.append(mention)
                seen.append((start, end))
    for group in groups:
        group.mentions.sort(key=lambda m: m.start)


_IN_CAPITALS = re.compile(
    r"[,;:.]|\s*\n|\s+(?:AS|TO|IS|WAS|AND|OF|IN|NAMED|JOINS?|BECOMES?|APPOINTED|ELECTED|RE-ELECTED"
    r"|STEPS?|STANDS?|RETIRES?|RESIGNS?|WINS?|SAYS?|TAKES?|LEAVES?|HAS|WILL|SUCCEEDS?|REPLACES?"
    r"|RETURNS?|SIGNS?|DIES|HEADS|LEADS|CHAIRS)\b"
)
"""What stands behind a name in the capitals of a headline, where a firm's would go on."""
_SHORTEST = 12
"""How long a line in capitals is that is no mere label."""


def _has_line_in_capitals(text: str) -> bool:
    """Whether a line is long enough for a headline and has no small letters."""
    return any(len(line) > _SHORTEST and line.isupper() for line in text.split("\n"))


def _is_in_capitals(text: str, start: int, end: int) -> bool:
    """Whether a name in capitals stands in a line that has nothing else, as that of a person."""
    if not _IN_CAPITALS.match(text, end):
        return False
    line = text[text.rfind("\n", 0, start) + 1 : text.find("\n", end)]
    return line.isupper() and line.count(" ") > 2


def _opens(text: str, run: Span, start: int, end: int) -> bool:
    """Whether the rest of a run is only a word that opens its sentence, or a title."""
    rest = text[run.start : start].split()
    return run.end == end and (
        " ".join(rest) in SENTENCE_OPENERS
        or all(word.lower() in ROLE_HEADS | ROLE_MODIFIERS for word in rest)
    )
