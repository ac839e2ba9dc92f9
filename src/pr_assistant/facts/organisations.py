"""The organisations of a release, what else they are called, and whose news it is."""

from __future__ import annotations

import re

from pr_assistant.facts.contacts import cut
from pr_assistant.facts.finding import occurrences
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.lexicon import (
    ORGANISATION_SUFFIXES,
)
from pr_assistant.facts.models import Organisation, Slice
from pr_assistant.facts.organisation_names import GENERIC_ALIASES
from pr_assistant.facts.parties import is_party


def read(
    layout: Layout, names: dict[str, list[str]], from_titles: list[Slice], people: list[str]
) -> tuple[Organisation, ...]:
    """Organisations in order of their first mention; one entry each."""
    text = layout.text
    names = {name: list(aliases) for name, aliases in names.items()}
    for part in from_titles:
        name = re.sub(r"^[Tt]he\s+", "", " ".join(part.text.split()))
        if name and not any(name == n or name in aliases for n, aliases in names.items()):
            names[name] = []
    merged = _merged(text, {_tidy(name): aliases for name, aliases in names.items()})
    _add_common_nouns(text, merged)
    _add_first_words(layout, merged, people)
    found: list[Organisation] = []
    barred = {p.lower() for p in people if " " in p}
    for name, aliases in merged.items():
        if any(person in name.lower() for person in barred) or _NO_PARTNER.search(name):
            continue
        first = _find(text, name)
        if first is None:
            continue
        spans = {first}
        for each in (name, *aliases):
            spans |= set(occurrences(text, each))
        mentions = tuple(cut(text, *span) for span in sorted(spans))
        start, end = first
        if text[max(0, start - 4) : start] == "The " and name not in ("",):
            article = text[max(0, start - 4) : start] == "The " and _titled(text, name)
            start = start - 4 if article else start
        found.append(
            Organisation(
                start, end, " ".join(text[start:end].split()),
                _aliases(text, aliases), is_party(layout, name, aliases), mentions,
            )
        )  # fmt: skip
    found.sort(key=lambda o: o.start)
    kept: list[Organisation] = []
    for organisation in found:
        longer = [m for k in kept for m in k.mentions]
        if all(any(o.start <= m.start and m.end <= o.end for o in longer)
               for m in organisation.mentions):  # fmt: skip
            continue  # part of another name wherever it stands
        kept.append(organisation)
    return tuple(kept)


_NO_PARTNER = re.compile(
    r"\b(?:Rankings?|Index|Awards?|Prize|Survey|Report|Plan|Benefits|Scheme|Appeal|Theatre"
    r"|Hall)(?: \d{4})?$"
    r"|^(?:Board of \w+|(?:Nominat\w+|Audit|Executive|Supervisory|Advisory) (?:Board|Committee))$"
    r"|^(?:United (?:Kingdom|States|Nations)|(?:Republic|Kingdom) of \w+)$|^[^A-Z]*$"
)
"""Names with capitals that are of no organisation, or of a part of one."""
_LEAD = re.compile(r"(?:\d[\w,.]*|ABOUT)\s+(?=[A-Z])")


def _tidy(name: str) -> str:
    """A name without a number or heading that stands before it."""
    return name[lead.end() :] if (lead := _LEAD.match(name)) else name


def _add_common_nouns(text: str, names: dict[str, list[str]]) -> None:
    """Add "the University" to the one organisation it can mean."""
    owners: dict[str, list[str]] = {}
    for name in names:
        words = name.replace(",", "").split()
        for word in {words[0], words[-1]}:
            if word.lower() in GENERIC_ALIASES and word[0].isupper() and len(words) > 1:
                owners.setdefault(word, []).append(name)
    for noun, whose in owners.items():
        used = re.search(rf"\b[Tt]he {noun}\b(?! (?:of|for)\b| [A-Z])", text)
        if len(whose) == 1 and used and f"the {noun}" not in names[whose[0]]:
            names[whose[0]].append(f"the {noun}")


def _add_first_words(layout: Layout, names: dict[str, list[str]], people: list[str]) -> None:
    """Add "Kembo" to Kembo Robotics, where the news is theirs and nothing else is called so."""
    text = layout.text
    place = (layout.dateline.place or "").split()
    barred = {*place, *(word for person in people for word in person.split())}
    firsts = [name.split()[0] for name in names]
    for name, aliases in names.items():
        first, *others = name.split()
        if not others or len(first) < 4 or first in barred or first in aliases:
            continue
        if firsts.count(first) > 1 or not _is_firms(text, first):
            continue
        if _is_introduced(text, first, name) and is_party(layout, name, aliases):
            aliases.append(first)


def _is_firms(text: str, word: str) -> bool:
    """Whether a word alone is used as a firm's name amid sentences: not "the First", "in Orange",
    "water"."""
    used = re.compile(rf"\b{re.escape(word)}(?:['’]s)?(?= [a-z])").finditer(text)
    before = [text[max(0, at.start() - 14) : at.start()] for at in used]
    amid = any(re.search(r"[a-z,] $", lead) for lead in before)
    barred = rf"\b(?:[Tt]he|[Aa]n?|[Ii]n|[Aa]t|[Nn]ear|[Aa]cross) {re.escape(word)}\b"
    lower = re.search(rf"\b{re.escape(word.lower())}\b", text)
    return amid and not lower and not re.search(barred, text)


def _titled(text: str, name: str) -> bool:
    """Whether "The" belongs to a name: it has its capital within a sentence."""
    return bool(re.search(rf"[a-z,] The {re.escape(name)}\b", text))


def _merged(text: str, names: dict[str, list[str]]) -> dict[str, list[str]]:
    """Names with their shorter forms as aliases: "Acme" of "Acme Holdings plc"."""
    merged: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        owner = _owner(text, name, merged)
        if owner is None:
            merged[name] = list(names[name])
        else:
            merged[owner] += [name, *names[name]] if name != owner else names[name]
    return {name: list(dict.fromkeys(aliases)) for name, aliases in merged.items()}


def _owner(text: str, name: str, merged: dict[str, list[str]]) -> str | None:
    """Which of longer names a name is a short form of, if of one."""
    for other, aliases in merged.items():
        if name.lower() == other.lower() or name in aliases:
            return other
    longer = [o for o in merged if o.startswith((f"{name} ", f"{name},"))]
    plain = [o for o in longer if _is_suffix(o[len(name) :])]
    if plain:
        return plain[0]
    if " " in name:  # "Huawei Cloud" of several: the one that is named first
        return min(longer, key=text.find) if longer else None
    ends = {o: o.rsplit(None, 1)[-1].lower() for o in longer}
    firms = [o for o, end in ends.items() if {end, end.strip(".")} & ORGANISATION_SUFFIXES]
    if len(firms) == 1:
        return firms[0]
    if len(longer) == 1 and _is_introduced(text, name, longer[0]):
        return longer[0]
    return None


def _is_introduced(text: str, name: str, whole: str) -> bool:
    """Whether a name stands by itself only after the whole one, of which nothing else is named by
    the same word: "Kembo" after "Kembo Robotics"."""
    others = re.search(rf"\b{re.escape(name)} (?!{re.escape(whole[len(name) + 1 :])})[A-Z]", text)
    rest = whole[len(name) + 1 :].lower().split()
    if not others and all(word in _TRADES for word in rest):
        return True  # "Kembo recalls", in the headline
    first = _find(text, whole)
    alone = re.search(rf"\b{re.escape(name)}\b(?! {re.escape(whole[len(name) + 1 :])})", text)
    return bool(first and alone and not others and first[0] < alone.start())


_TRADES = frozenset(
    "systems technologies technology appliances solutions robotics semiconductors software"
    " instruments therapeutics biosciences pharmaceuticals electronics foods".split()
)
"""What a firm does, where no town or land is called by the word before it."""


def _is_suffix(rest: str) -> bool:
    endings = ORGANISATION_SUFFIXES | {"holdings", "group", "limited"}
    words = (word.strip(",").lower() for word in rest.split())
    return all(word in endings or word.strip(".") in endings for word in words)


def _aliases(text: str, aliases: list[str]) -> tuple[Slice, ...]:
    found = {}
    for alias in aliases:
        span = _find(text, alias)
        if span and alias not in found:
            found[alias] = cut(text, *span)
    return tuple(found.values())


def _find(text: str, name: str) -> tuple[int, int] | None:
    return next(occurrences(text, name), None)
