"""Whatever a text says, every fact is an exact slice of it, inner ones too, and can be stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import CORPUS, OTHER_RELEASES

from pr_assistant import facts, releases
from pr_assistant.facts import storing
from pr_assistant.facts.models import (
    Boilerplate,
    DateFact,
    Enumeration,
    Facts,
    Figure,
    Quotation,
    Slice,
    Term,
)
from pr_assistant.models import Release

FILES = sorted([*CORPUS.glob("*.txt"), *OTHER_RELEASES.glob("*.txt")])


def parts(found: Any) -> Iterator[Any]:
    """Every dataclass within, itself included."""
    if isinstance(found, tuple):
        for item in found:
            yield from parts(item)
    elif is_dataclass(found):
        yield found
        for field in fields(found):
            yield from parts(getattr(found, field.name))


def check(release: Release, found: Facts) -> None:
    text = release.text
    for part in list(parts(found))[1:]:
        words = text[part.start : part.end]
        assert 0 <= part.start <= part.end <= len(text)
        if isinstance(part, Slice | Figure | DateFact):
            assert part.text == words
            assert words.strip()
        elif isinstance(part, Quotation):
            assert part.quote == words
        elif isinstance(part, Enumeration):
            assert part.announced == words
        elif isinstance(part, Term):
            assert part.term == words
        elif isinstance(part, Boilerplate):
            assert part.organisation
    assert storing.restore(release, [(row.kind, row.body) for row in storing.rows(found)]) == found
    body = found.to_dict(release)
    for person in body["people"]:
        assert person["name"]
    for figure in body["figures"]:
        assert text[figure["start"] : figure["end"]] == figure["text"]
    for quotation in body["quotations"]:
        assert text[quotation["start"] : quotation["end"]] == quotation["quote"]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_of_real_releases(path: Path) -> None:
    release = releases.parse(path.read_bytes(), path.stem)
    check(release, facts.read(release))


WORDS = (
    "Jane Roe;Mr. Lee;Prof.;Acme plc;Globex;(GLX);said;she;that;over;54th;ranked;three;$12;"
    'million;%;to;between;and;in;2025;March;12 May;,;.;:;“;”;";\n\n;\n• ;– ;About Acme;Contact:;'
    "Director;of;the;Head;signed by;(“Acme”);four areas;first;+44 20 7946 0000;a@b.example;"
    "www.acme.example;½;\u00a0;’s"
).split(";")


ANY = st.text(st.characters(exclude_categories=["C"]), max_size=5)


@given(st.lists(st.one_of(st.sampled_from(WORDS), ANY), max_size=40).map(" ".join))
def test_of_any_text(text: str) -> None:
    release = releases.parse(f"Acme opens\n\n{text}".encode("utf-8", "replace"), "any")
    check(release, facts.read(release))
