"""Names of organisations that a text marks as such, and the parts of it about them."""

from __future__ import annotations

import re

from pr_assistant.facts.functions import is_function
from pr_assistant.facts.given import is_given
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.lexicon import (
    OF_HEADS,
    ORGANISATION_NOUNS,
    ORGANISATION_SUFFIXES,
    ROLE_HEADS,
    SOFT,
)
from pr_assistant.facts.models import Boilerplate, Term
from pr_assistant.facts.names import UPPER

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
_TWO = re.compile(r".*\b(?P<body>[A-Z]\w+)\s+and\s+(?P<firm>.+)", re.DOTALL)
_BODIES = frozenset("government university council ministry municipality polytechnic".split())
"""What ends a name that a firm's is joined to."""
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
        apart = layout.paragraph(match.start()) != layout.paragraph(match.end() - 1)
        if apart or layout.kind(match.start()) == "contact":  # a line is a line there
            written = written.rsplit("\n", 1)[-1]
        if (both := _TWO.match(written)) and both["body"].lower() in _BODIES:
            written = both["firm"]
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
        name = re.sub(r"['’]s$", "", " ".join(match["name"].split()))
        while lead := _LEADING.match(name):
            name = name[lead.end() :]
        parts = name.split()
        if " for " in name and is_given(parts[0], parts[1:2]):
            name = name.partition(" for ")[2]  # "Ann Lee for Acme Audio"
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
        if name.startswith(("State for ", "Figures for ", "Results for ", "Outlook for ")):
            continue  # "Minister of State for Sport Ana Roe"
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
                generic = term.term.lower() in GENERIC_ALIASES
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


GENERIC_ALIASES = frozenset(
    "company group fund bank university foundation trust agency institute association society firm"
    " corporation partnership board department council commission".split()
)
