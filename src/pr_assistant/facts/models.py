"""What can be known of a release: frozen dataclasses, every one an exact slice of its text.

Offsets count code points of `Release.text`; `text` is always `release.text[start:end]`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from pr_assistant.models import Dateline, Release

Role = Literal["signed", "witnessed", "quoted", "contact"]

KINDS = (
    "organisations people quotations figures dates enumerations terms contacts boilerplate embargo"
    " links"
).split()
"""The kinds of facts, as the fields of `Facts` and the keys of its JSON form are called."""


@dataclass(frozen=True, slots=True)
class Slice:
    """Words of the release."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation at its first mention; `party` if the news is of its doing."""

    start: int
    end: int
    name: str
    aliases: tuple[Slice, ...] = ()
    party: bool = False
    mentions: tuple[Slice, ...] = ()
    """Every place that names it, by name or alias."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person: `start:end` is the name as it stands at its first mention, without honorific."""

    start: int
    end: int
    name: str
    """Cleaned for display."""
    honorific: str | None = None
    title: Slice | None = None
    organisation: Slice | None = None
    roles: tuple[Role, ...] = ()
    mentions: tuple[Slice, ...] = ()
    """Every place that names them, the first included."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said, without quotation marks; `indirect` where it is reported."""

    start: int
    end: int
    quote: str
    speaker: str | None
    """The name of a `Person`, or of an organisation that speaks for itself."""
    indirect: bool = False
    verb: str | None = None
    attribution: Slice | None = None
    """The words that name the speaker, a pronoun perhaps."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that says how much, how many or which rank."""

    start: int
    end: int
    text: str
    value: float | int
    unit: str | None
    """ISO 4217 code, "%", "rank", or the plain noun that is counted."""
    qualifier: str | None = None
    measures: Slice | None = None
    value_to: float | int | None = None
    """The other end of a range."""


@dataclass(frozen=True, slots=True)
class DateFact:
    """A day, month or year: `date` in ISO form as far as the words go ("2025", "2025-06")."""

    start: int
    end: int
    text: str
    date: str | None
    event: Slice | None = None


@dataclass(frozen=True, slots=True)
class Enumeration:
    """What a sentence announces and then lists; `named` of its `count` items are named."""

    start: int
    end: int
    announced: str
    count: int | None
    items: tuple[Slice, ...] = ()

    @property
    def named(self) -> int:
        return len(self.items)


@dataclass(frozen=True, slots=True)
class Term:
    """A short form and what the release says it stands for."""

    start: int
    end: int
    term: str
    expansion: Slice | None
    """None where it stands for several: "together, the “Companies”"."""


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The standing text about an organisation."""

    start: int
    end: int
    organisation: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of one release, each kind in order of the text."""

    release_id: str
    title: str
    dateline: Dateline
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateFact, ...] = ()
    enumerations: tuple[Enumeration, ...] = ()
    terms: tuple[Term, ...] = ()
    contacts: tuple[Slice, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()
    embargo: Slice | None = None
    links: tuple[Slice, ...] = ()

    def to_dict(self, release: Release) -> dict[str, Any]:
        """The JSON form, as documented in docs/cli.md. `release` is the one they were read from."""
        line = self.dateline
        return {
            "release_id": release.id,
            "title": release.title,
            "dateline": {
                "place": line.place,
                "date": line.date.isoformat() if line.date else None,
                "newswire": line.newswire,
                "start": line.start,
                "end": line.end,
            }
            if line.end > line.start
            else None,
            "organisations": [
                {
                    "name": o.name,
                    "aliases": [_spaced(a) for a in o.aliases],
                    "party": o.party,
                    **_at(o),
                }
                for o in self.organisations
            ],
            "people": [
                {
                    "name": p.name,
                    "honorific": p.honorific,
                    "title": _spaced(p.title),
                    "organisation": _spaced(p.organisation),
                    "roles": list(p.roles),
                    **_at(p),
                }
                for p in self.people
            ],
            "quotations": [
                {"speaker": q.speaker, "quote": q.quote, "indirect": q.indirect, "verb": q.verb}
                | _at(q)
                for q in self.quotations
            ],
            "figures": [_figure(f) for f in self.figures],
            "dates": [
                {"text": d.text, "date": d.date, "event": d.event.text if d.event else None}
                | _at(d)
                for d in self.dates
            ],
            "enumerations": [
                {
                    "announced": e.announced,
                    "count": e.count,
                    "named": e.named,
                    "items": [{"text": i.text, **_at(i)} for i in e.items],
                    **_at(e),
                }
                for e in self.enumerations
            ],
            "terms": [
                {"term": t.term, "expansion": _spaced(t.expansion), **_at(t)} for t in self.terms
            ],
            "contacts": [{"text": c.text, **_at(c)} for c in self.contacts],
            "boilerplate": [{"organisation": b.organisation, **_at(b)} for b in self.boilerplate],
            "embargo": {"text": self.embargo.text, **_at(self.embargo)} if self.embargo else None,
            "links": [{"text": link.text, **_at(link)} for link in self.links],
        }


def _figure(figure: Figure) -> dict[str, Any]:
    body: dict[str, Any] = {
        "text": figure.text,
        "value": figure.value,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "measures": figure.measures.text if figure.measures else None,
    }
    if figure.value_to is not None:
        body["value_to"] = figure.value_to
    return body | _at(figure)


def _at(found: Any) -> dict[str, int]:
    return {"start": found.start, "end": found.end}


def _spaced(words: Slice | None) -> str | None:
    """Words with single spaces."""
    return " ".join(words.text.split()) if words else None
