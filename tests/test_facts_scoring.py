"""`evaluation/facts_scoring.py`: numbers worked out by hand."""

from pathlib import Path
from typing import Any

import pytest

from pr_assistant import releases
from pr_assistant.evaluation.facts_scoring import KINDS, Fact, Score, load, score, shared

ANNOTATED = sorted((Path(__file__).parents[1] / "evals" / "facts" / "seen").glob("*.json"))


def release(**kinds: list[dict[str, Any]]) -> Fact:
    return {kind: kinds.get(kind, []) for kind in KINDS}


def only(kind: str, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Score:
    scores = {s.kind: s for s in score(release(**{kind: gold}), release(**{kind: found}))}
    assert all(s == Score(name, 0, 0, 0) for name, s in scores.items() if name != kind)
    return scores[kind]


def at(start: int, end: int, **fields: Any) -> dict[str, Any]:
    return {"start": start, "end": end, **fields}


def test_shared_is_of_the_longer_slice() -> None:
    assert shared(at(0, 10), at(5, 10)) == 0.5
    assert shared(at(0, 10), at(8, 28)) == 0.1
    assert shared(at(0, 10), at(10, 20)) == 0.0
    assert shared(at(3, 3), at(3, 3)) == 0.0


def person(start: int, name: str, title: str | None, organisation: str | None) -> dict[str, Any]:
    return at(start, start + len(name), name=name, title=title, organisation=organisation)


def test_a_person_needs_name_title_organisation_and_place() -> None:
    gold = [
        person(0, "Ann LEE", "Head  of X", "PolyU"),
        person(50, "Bo Ek", None, "PolyU"),
        person(90, "Cy Ode", "Chair", None),
        person(120, "Di Fox", "Chair", None),
    ]
    found = [
        person(0, "Ann Lee", "head of X", "polyu"),
        person(50, "Bo Ek", "Chair", "PolyU"),
        person(90, "Cy Ode", "Chair", None),
        person(400, "Di Fox", "Chair", None),
        person(500, "The Board", None, None),
    ]
    people = only("people", gold, found)
    assert (people.correct, people.found, people.gold) == (2, 5, 4)
    assert (people.precision, people.recall) == (0.4, 0.5)
    assert [f["name"] for f in people.misses] == ["Bo Ek", "Di Fox"]
    assert [f["name"] for f in people.false_finds] == ["Bo Ek", "Di Fox", "The Board"]


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (at(0, 100, speaker="ann lee", indirect=False), True),
        (at(0, 90, speaker="Ann Lee", indirect=False), True),
        (at(0, 89, speaker="Ann Lee", indirect=False), False),
        (at(0, 112, speaker="Ann Lee", indirect=False), False),
        (at(0, 100, speaker="Bo Ek", indirect=False), False),
        (at(0, 100, speaker=None, indirect=False), False),
        (at(0, 100, speaker="Ann Lee", indirect=True), False),
    ],
)
def test_a_quotation_needs_its_words_speaker_and_kind(found: dict[str, Any], right: bool) -> None:
    gold = at(0, 100, speaker="Ann Lee", indirect=False)
    assert only("quotations", [gold], [found]).correct == right


def figure(start: int, value: float, unit: str | None = None, **more: Any) -> dict[str, Any]:
    return at(start, start + 4, value=value, unit=unit, **{"qualifier": None, **more})


def test_a_figure_needs_place_value_unit_qualifier_and_its_upper_end() -> None:
    gold = [
        figure(0, 12.5, "%"),
        figure(10, 130, "start-ups", qualifier="over"),
        figure(20, 310e6, "EUR", value_to=325e6),
        figure(30, 54, "rank"),
        figure(40, 3, "pillars"),
    ]
    found = [
        figure(2, 12.5, "%"),
        figure(10, 130, "Start-ups"),
        figure(20, 310e6, "EUR"),
        figure(34, 54, "rank"),
        figure(40, 3, "PILLARS"),
    ]
    figures = only("figures", gold, found)
    assert (figures.correct, figures.found, figures.gold) == (2, 5, 5)
    assert only("figures", gold, gold).correct == 5


def test_nothing_is_paired_twice() -> None:
    one = figure(0, 12.5, "%")
    figures = only("figures", [one], [one, one])
    assert (figures.correct, figures.precision, figures.recall) == (1, 0.5, 1.0)
    figures = only("figures", [one, one], [one])
    assert (figures.correct, figures.precision, figures.recall) == (1, 1.0, 0.5)


def test_an_enumeration_needs_all_of_its_items_and_no_other() -> None:
    gold = at(0, 10, items=[at(20, 30), at(40, 50)])
    near = at(5, 10, items=[at(20, 27), at(39, 50)])
    far = at(5, 10, items=[at(20, 26), at(39, 50)])
    more = at(0, 10, items=[at(20, 30), at(40, 50), at(60, 70)])
    elsewhere = at(10, 19, items=[at(20, 30), at(40, 50)])
    assert only("enumerations", [gold], [near]).correct == 1
    for other in (far, more, elsewhere):
        assert only("enumerations", [gold], [other]).correct == 0


def test_a_date_needs_its_place_and_a_term_does_not() -> None:
    gold = at(0, 4, date="2025")
    assert only("dates", [gold], [at(2, 9, date="2025")]).correct == 1
    assert only("dates", [gold], [at(2, 9, date="2025-06")]).correct == 0
    assert only("dates", [gold], [at(4, 9, date="2025")]).correct == 0
    term = at(0, 4, term="KTEO", expansion="Knowledge Transfer Office")
    assert only("terms", [term], [term | at(9, 13)]).correct == 1
    assert only("terms", [term], [term | {"expansion": None}]).correct == 0


def test_scores_add_up() -> None:
    both = Score("dates", 1, 2, 4) + Score("dates", 2, 2, 2)
    assert both == Score("dates", 3, 4, 6)
    assert (both.precision, both.recall) == (0.75, 0.5)
    assert (Score("dates", 0, 0, 0).precision, Score("dates", 0, 0, 0).recall) == (1.0, 1.0)
    with pytest.raises(ValueError, match="do not add up"):
        _ = Score("dates", 1, 1, 1) + Score("terms", 1, 1, 1)


@pytest.mark.parametrize("path", ANNOTATED, ids=lambda path: path.stem)
def test_an_annotation_quotes_its_release_and_scores_full_marks(path: Path) -> None:
    gold = load(path)
    text = releases.parse(path.with_suffix(".txt").read_bytes(), path.stem).text
    for kind, slice_field in {"quotations": "quote", "figures": "text", "dates": "text"}.items():
        for fact in gold[kind]:
            assert text[fact["start"] : fact["end"]] == fact[slice_field]
    for whole in score(gold, gold):
        assert whole.correct == whole.found == whole.gold
