"""`Facts` as rows of the catalog, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from typing import Any, NamedTuple

from pr_assistant.facts.models import (
    KINDS,
    Boilerplate,
    DateFact,
    Enumeration,
    Facts,
    Figure,
    Organisation,
    Person,
    Quotation,
    Slice,
    Term,
)
from pr_assistant.models import Dateline, Release

_CLASSES: dict[str, type[Any]] = {
    "organisations": Organisation,
    "people": Person,
    "quotations": Quotation,
    "figures": Figure,
    "dates": DateFact,
    "enumerations": Enumeration,
    "terms": Term,
    "contacts": Slice,
    "boilerplate": Boilerplate,
    "embargo": Slice,
    "links": Slice,
    "dateline": Dateline,
}


class Row(NamedTuple):
    """One fact as the catalog holds it; `body` is JSON of its dataclass."""

    kind: str
    start: int
    end: int
    body: str


def rows(facts: Facts) -> Iterator[Row]:
    """Every fact of a release as a row."""
    for kind in (*KINDS, "dateline"):
        found = getattr(facts, kind)
        for fact in found if isinstance(found, tuple) else [found] if found else []:
            body = json.dumps(fact, ensure_ascii=False, default=_plain)
            yield Row(kind, fact.start, fact.end, body)


def _plain(value: Any) -> Any:
    """What JSON does not know: a date, or a dataclass, whose values are not copied."""
    if isinstance(value, date):
        return value.isoformat()
    return {one.name: getattr(value, one.name) for one in fields(value)}


def restore(release: Release, stored: Iterable[tuple[str, str]]) -> Facts:
    """The facts of a release from (kind, body) pairs in order of the text."""
    found: dict[str, list[Any]] = {kind: [] for kind in _CLASSES}
    for kind, body in stored:
        found[kind].append(_made(_CLASSES[kind], json.loads(body)))
    dateline = found.pop("dateline")
    embargo = found.pop("embargo")
    return Facts(
        release_id=release.id,
        title=release.title,
        dateline=dateline[0] if dateline else Dateline(),
        embargo=embargo[0] if embargo else None,
        **{kind: tuple(items) for kind, items in found.items()},
    )


def _made(kind: type[Any], body: dict[str, Any]) -> Any:
    """A dataclass with its slices, which JSON holds as objects, and its tuples, held as lists."""
    if kind is Dateline and body["date"]:
        body["date"] = date.fromisoformat(body["date"])
    return kind(**{name: _value(value) for name, value in body.items()})


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return Slice(**value)
    return tuple(map(_value, value)) if isinstance(value, list) else value
