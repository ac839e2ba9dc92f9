"""The organisations of a release, what else they are called, and whose news it is."""

from __future__ import annotations

import re

from pr_assistant.facts.contacts import cut
from pr_assistant.facts.finding import occurrences
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.lexicon import (
    OF_HEADS,
    ORGANISATION_NOUNS,
    ORGANISATION_SUFFIXES,
    ROLE_HEADS,
    SOFT,
)
from pr_assistant.facts.models import Boilerplate, Organisation, Slice, Term
from pr_assistant.facts.names import UPPER
from pr_assistant.facts.naming import is_function

_W = rf"(?:[{UPPER}\d][\w’'&+/-]*[\w]|[{UPPER}]|(?:[a-z]+[A-Z]\w*))"
_SUFFIX = (
    r"(?:Inc|Ltd|Limited|plc|PLC|LLC|LLP|L\.P|Corp|Corporation|AG|SE|S\.A|SA|NV|N\.V|BV|B\.V|GmbH"
    r"|AB|ASA"
    r"|AS|A/S|ApS|Oyj?|SpA|S\.p\.A|S\.r\.l|Pty|Bhd|Berhad|Pte|SAS|KGaA|Ltda|A\.Ş|PJSC|JSC|ULC|K\.K|KK|Co)"
)
_COMPANY = re.compile(
    rf"(?<![\w’'&])(?P<name>{_W}(?:[ \n](?:{_W}|&|and|of)){{0,8}}?,?[ \n](?P<suffix>{_SUFFIX}"
    rf"(?![\w’'-])\.?"
    rf"(?:,?[ \n](?:Ltd|Limited|Bhd|KG|Co)\b\.?)?))"
)
_NOUN = "|".join(
    sorted(
        (n.capitalize() for n in ORGANISATION_NOUNS - ORGANISATION_SUFFIXES if n.isalpha()),
        key=len,
        reverse=True,
    )
)
_BODY = re.compile(
    rf"(?<![\w’'&])(?P<name>(?:{_W}[ \n](?:(?:{_W}|&|and|de|du|for)[ \n]){{0,7}}?)?(?:{_NOUN})\b"
    rf"(?![’'-]\w{{2}})"
    rf"(?:[ \n](?:of|for)[ \n](?:the[ \n])?{_W}(?:[ \n](?:and[ \n]|&[ \n])?{_W}){{0,6}}|"
    rf"(?:[ \n]{_W}){{1,5}})?)"
)
_ABOUT = re.compile(r"[#*\s]*about\s+(?P<name>.{2,80}?)\s*[:*]*\s*$", re.IGNORECASE)
_LEADING = re.compile(r"(?:The|A|An|Our|Its|This|In|At|On|For|With|By|And|But|When|While|About)\s+")


def boilerplate(layout: Layout) -> tuple[Boilerplate, ...]:
    """The "About X" parts, whole, with X."""
    text = layout.text
    found: list[Boilerplate] = []
    borders = [start for start, _ in layout.sections] + [len(text)]
    for (start, kind), end in zip(layout.sections, borders[1:], strict=True):
        if kind != "boilerplate":
            continue
        line = text[start : text.find("\n", start) if "\n" in text[start:end] else end]
        named = _ABOUT.match(line.partition(":")[0] if len(line) > 90 else line)
        stop = start + len(text[start:end].rstrip())
        name = " ".join(named["name"].split()) if named else line.strip()
        found.append(Boilerplate(start, stop, name))
    return tuple(found)


def known_names(layout: Layout, terms: tuple[Term, ...]) -> dict[str, list[str]]:
    """Names of organisations that the text marks as such, with the short forms it defines."""
    text = layout.text
    names: dict[str, list[str]] = {}
    for match in _COMPANY.finditer(text):
        written = match["name"]
        if layout.kind(match.start()) == "contact":  # a line is a line there
            written = written.rsplit("\n", 1)[-1]
        parts = written.split()
        heads = [n for n, p in enumerate(parts) if p.lower().rstrip(",.") in ROLE_HEADS]
        name = " ".join(parts[heads[-1] + 1 :] if heads else parts).removeprefix("of ")
        if len(name.split()) < 2:
            continue
        name = _LEADING.sub("", name) if not name.startswith("The ") else name[4:]
        names.setdefault(name, [])
        short = re.sub(rf",?\s+{_SUFFIX}\.?(?:\s+(?:Ltd|Limited|Bhd|KG|Co)\b\.?)?$", "", name)
        if short != name and len(short) > 2 and text.count(short) > text.count(name):
            names[name].append(short)
    for about in boilerplate(layout):
        if about.organisation[:1].isupper() and about.organisation.lower() not in ("us",):
            names.setdefault(re.sub(r"^[Tt]he\s+", "", about.organisation), [])
    for match in _BODY.finditer(text):
        name = " ".join(match["name"].split())
        while lead := _LEADING.match(name):
            name = name[lead.end() :]
        parts = name.split()
        if len(parts) < 2 or parts[0].lower() in ("and", "of", "for", "&"):
            continue
        if is_function(name) or _is_weak(parts):
            continue
        if any(p.lower().rstrip(".,") in ROLE_HEADS for p in parts) or "\n" in match["name"]:
            continue
        if any(lead.lower() not in OF_HEADS for lead in re.findall(r"([\w-]+) of\b", name)):
            continue
        if parts[0].lower() in ORGANISATION_NOUNS and not re.match(
            r"(?:University|Universiti|Bank|Banco|Institut\w*|Port)\b|\w+ (?:of|for)\b", name
        ):
            continue
        if layout.kind(match.start()) == "title" or layout.quotation(match.start()):
            continue
        names.setdefault(name, [])
    for term in terms:
        if term.expansion is None:
            continue
        expansion = re.sub(r"^[Tt]he\s+", "", " ".join(term.expansion.text.split()))
        if expansion not in names and expansion.split()[-1].lower() in ORGANISATION_SUFFIXES:
            names[expansion] = []
        for name in list(names):
            if expansion == name or (expansion.endswith(name) and len(name) > 6):
                generic = term.term.lower() in _GENERIC_ALIASES
                names[name].append(f"the {term.term}" if generic else term.term)
                break
    return names


def _is_weak(parts: list[str]) -> bool:
    """Whether the only noun of organisations is a name of people as well, and amid the others."""
    nouns = [n for n, part in enumerate(parts) if part.lower() in ORGANISATION_NOUNS]
    of = "of" in parts or "for" in parts
    return (
        not of
        and bool(nouns)
        and nouns[-1] < len(parts) - 1
        and all(parts[n].lower() in SOFT for n in nouns)
    )


_GENERIC_ALIASES = frozenset(
    "company group fund bank university foundation trust agency institute association society firm"
    " corporation partnership board department council commission".split()
)


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
                _aliases(text, aliases), _is_party(layout, name, aliases), mentions,
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
            if word.lower() in _GENERIC_ALIASES and word[0].isupper() and len(words) > 1:
                owners.setdefault(word, []).append(name)
    for noun, whose in owners.items():
        used = re.search(rf"\b[Tt]he {noun}\b(?! (?:of|for)\b| [A-Z])", text)
        if len(whose) == 1 and used and f"the {noun}" not in names[whose[0]]:
            names[whose[0]].append(f"the {noun}")


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
    return merged


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
    firms = [o for o in longer if o.rsplit(None, 1)[-1].strip(".").lower() in ORGANISATION_SUFFIXES]
    return firms[0] if len(firms) == 1 else None


def _is_suffix(rest: str) -> bool:
    endings = ORGANISATION_SUFFIXES | {"holdings", "group", "limited"}
    return all(word.strip(",.").lower() in endings for word in rest.split())


def _aliases(text: str, aliases: list[str]) -> tuple[Slice, ...]:
    found = {}
    for alias in aliases:
        span = _find(text, alias)
        if span and alias not in found:
            found[alias] = cut(text, *span)
    return tuple(found.values())


def _find(text: str, name: str) -> tuple[int, int] | None:
    return next(occurrences(text, name), None)


_NO_VERB = 200
"""So much of the first paragraph names the parties where no verb is known."""


def _is_party(layout: Layout, name: str, aliases: list[str]) -> bool:
    """Whether the news is theirs: named first in the first paragraph, or told about at its end."""
    text = layout.text
    body = next(
        (p for p in layout.paragraphs if layout.kind(p.start) == "body" and p.end - p.start > 90),
        None,
    )
    names = [name, *aliases]
    if any(
        re.sub(r"^the\s+", "", b.organisation.lower()) in {n.lower() for n in names}
        for b in boilerplate(layout)
    ):
        return True
    if body is None:
        return False
    verb = re.search(
        r"\b(?:has|have|had|today|announced|announces|signed|unveiled|launched|reported|reports"
        r"|recorded|posted|posts|said|says|won|delivers?|delivered|will|is|was|are|were)\b",
        text[slice(*body)],
    )
    lead = text[body.start : body.start + (verb.start() if verb else _NO_VERB)]
    return any(n in lead for n in names)
