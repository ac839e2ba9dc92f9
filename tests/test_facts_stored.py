"""Facts in the catalog, in the report of indexing, and on the command line."""

from __future__ import annotations

import csv
import json
import sys
from contextlib import closing
from pathlib import Path

import pytest
from support import CORPUS, RELEASE, run, write_release

from pr_assistant import facts, indexing, releases
from pr_assistant.catalog import Catalog
from pr_assistant.cli import tables
from pr_assistant.embedding import Embedder
from pr_assistant.live import LiveIndex
from pr_assistant.models import Release

COUNTS = {"people": 6, "quotations": 2, "figures": 16, "dates": 2, "enumerations": 2, "terms": 7}


def test_the_catalog_gives_back_what_was_read(index_folder: Path, release: Release) -> None:
    with closing(LiveIndex(index_folder)) as index:
        assert index.facts(RELEASE) == facts.read(release)
        assert index.facts("absent") is None


def test_the_report_counts_them(index_copy: Path, embedder: Embedder) -> None:
    report = indexing.build(CORPUS, index_copy, embedder)
    assert COUNTS.items() <= report.facts.items()


def test_they_go_with_their_release(tmp_path: Path, embedder: Embedder) -> None:
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    gone = write_release(corpus, "a.txt", "Acme opens\n\n“We are glad,” said Jane Roe.\n")
    write_release(corpus, "b.txt", "Globex opens\n\nIt has 130 shops.\n")
    assert indexing.build(corpus, index, embedder).facts["people"] == 1
    gone.unlink()
    assert "people" not in indexing.build(corpus, index, embedder).facts


def test_other_rules_are_read_anew_without_embedding(index_copy: Path, embedder: Embedder) -> None:
    with closing(Catalog(index_copy, readonly=False)) as catalog, catalog.transaction():
        catalog.set_meta({"facts": "older"})
        catalog._db.execute("DELETE FROM facts")
    with closing(LiveIndex(index_copy)) as index:  # meanwhile, they are read as they are asked for
        found = index.facts(RELEASE)
        assert found is not None
        assert len(found.people) == COUNTS["people"]
    report = indexing.build(CORPUS, index_copy, embedder)
    assert report.embedded == 0
    assert COUNTS.items() <= report.facts.items()


def show(index: Path, *arguments: str) -> str:
    return run("facts", *arguments, "--corpus", CORPUS, "--index", index).check().out


def test_tables(index_folder: Path) -> None:
    shown = show(index_folder, "polyu")
    for heading in ("Organisations (", "People (6)", "Quotations (2)", "Figures (16)", "Lists (2)"):
        assert heading in shown
    assert "2 of 3" in shown
    assert "transformation of R&D outcomes" in shown
    assert max(map(len, shown.splitlines())) <= 120


def test_tables_do_not_steer_a_terminal(release: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    known = facts.read(releases.parse("News \x9b2J\n\nIt has 512 staff.\n".encode(), "r"))
    assert "\x9b" in tables.text([known], [])
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert "\x9b" not in tables.text([known], [])


def test_one_table(index_folder: Path) -> None:
    shown = show(index_folder, "--people")
    assert "Mr Kelvin WONG" in shown
    assert "Figures" not in shown


def test_json(index_folder: Path, release: Release) -> None:
    body = json.loads(show(index_folder, RELEASE, "--json"))
    assert body["schema"] == 1
    (only,) = body["releases"]
    assert only == facts.read(release).to_dict(release)
    assert only["dateline"] == {
        "place": "HONG KONG",
        "date": "2025-06-26",
        "newswire": "PRNewswire",
        "start": only["dateline"]["start"],
        "end": only["dateline"]["end"],
    }
    figures = json.loads(show(index_folder, "--figures", "--json"))["releases"][0]
    assert figures.keys() == {"release_id", "title", "dateline", "figures"}


def test_csv(index_folder: Path) -> None:
    rows = list(csv.DictReader(show(index_folder, "--people", "--csv").splitlines()))
    assert [row["name"] for row in rows][:2] == ["Jason Zhang", "Kelvin WONG"]
    assert rows[2]["roles"] == "witnessed; quoted"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("nothing-like-it",), 2, "There is no release"),
        (("--json", "--csv"), 2, "not both"),
    ],
)
def test_what_cannot_be_shown(
    index_folder: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    done = run("facts", *arguments, "--corpus", CORPUS, "--index", index_folder).check(code)
    assert words in done.err
    assert done.out == ""


def test_without_an_index(tmp_path: Path) -> None:
    done = run("facts", "--json", "--corpus", CORPUS, "--index", tmp_path / "none").check(4)
    assert "pr-assistant index" in done.err
    assert done.out == ""
