"""Every measure against a value worked by hand."""

from __future__ import annotations

import pytest

from pr_assistant.evaluation import measures
from pr_assistant.evaluation.cases import Case
from pr_assistant.evaluation.outcomes import judge
from pr_assistant.evaluation.summary import by_category, summarise
from pr_assistant.models import Answer, Citation, Passage, Release, Section

TEXT = 'Acme has 208,000 staff. It pays. "We grow," said Mr. Lee. Acme rents a yard in Hull.'
RELEASE = Release("r", TEXT, "Acme", "", (Section("body", 0, len(TEXT)),))
RELEASES = {"r": RELEASE}


def case(**given: object) -> Case:
    fields: dict[str, object] = {
        "id": "c",
        "question": "How many staff?",
        "release": "r",
        "accept": (("208,000",),),
        "evidence": ("Acme has 208,000 staff.",),
    }
    return Case(**(fields | given))  # type: ignore[arg-type]


def unanswerable(**given: object) -> Case:
    return case(answerable=False, accept=(), evidence=(), **given)


def answer(*quotes: str, text: str | None = None, confidence: float = 0.5, ms: float = 1) -> Answer:
    citations = tuple(
        Citation(n, "r", "Acme", "body", TEXT.index(q), TEXT.index(q) + len(q), q)
        for n, q in enumerate(quotes, start=1)
    )
    return Answer(
        question="?",
        standalone_question="?",
        status="answered" if citations else "not_in_release",
        answer=" ".join(quotes) if text is None else text,
        confidence=confidence,
        citations=citations,
        timings_ms={"total": ms},
    )


@pytest.mark.parametrize(
    ("given", "references", "exact", "f1"),
    [
        ("The 208,000 staff!", ["208,000 staff"], 1.0, 1.0),  # article and marks do not count
        ("about 208,000 staff", ["208,000"], 0.0, 0.5),  # 2·1/(3+1)
        ("a cat sat", ["cat", "cat sat down"], 0.0, 0.8),  # best of 2/3 and 2·2/(2+3)
        ("no shared word", ["208,000"], 0.0, 0.0),
        ("", [""], 1.0, 1.0),  # rightly refused
        ("something", [""], 0.0, 0.0),
        ("", ["208,000"], 0.0, 0.0),
        ("cat cat", ["cat"], 0.0, 2 / 3),  # tokens are counted: 2·1/(2+1)
    ],
)
def test_squad_measures(given: str, references: list[str], exact: float, f1: float) -> None:
    assert measures.exact_match(given, references) == exact
    assert measures.token_f1(given, references) == pytest.approx(f1)


def test_references_are_every_choice_of_one_alternative_a_group() -> None:
    chosen = measures.references(case(accept=(("a", "b"), ("c",))))
    assert chosen == ["a c", "b c"]


@pytest.mark.parametrize(
    ("one", "given", "right", "crag"),
    [
        (case(), answer("Acme has 208,000 staff."), True, 1),
        (case(), answer("It pays."), False, -1),
        (case(), answer(), False, 0),
        (case(reject=("pays",)), answer("Acme has 208,000 staff.", "It pays."), False, -1),
        (case(accept=(("208,000",), ("Hull",))), answer("Acme has 208,000 staff."), False, -1),
        (case(accept=(("x", "208,000"),)), answer("Acme has 208,000 staff."), True, 1),
        (case(accept=(("acme  HAS",),)), answer("Acme has 208,000 staff."), True, 1),
        (unanswerable(), answer(), True, 0),
        (unanswerable(), answer("It pays."), False, -1),
    ],
)
def test_right_and_crag(one: Case, given: Answer, right: bool, crag: int) -> None:
    assert measures.is_right(one, given) is right
    assert measures.crag(one, given) == crag


@pytest.mark.parametrize(
    ("text", "words", "held"),
    [
        ("Revenue was £716m.", "716", True),  # a unit may follow a figure
        ("Revenue was £1,716m.", "716", False),
        ("It rose 5.58%.", "58", False),
        ("It rose 5.58%.", "5.5", False),
        ("A fee of £49 million.", "9 million", False),
        ("It was set up in 1998, in Leeds.", "1998", True),
        ("It ended in 1998.", "1998", True),
        ("That depicts it.", "ICT", False),
        ("(ICT) infrastructure", "ict", True),
        ("sixty of them", "six", False),
        ("“Six,” she said.", "six", True),
        ("Huawei's \n scheme", "Huawei’s scheme", True),
        ("up 23% in all", "23%", True),
        ("It costs $180.", "$180", True),
        ("It costs $1,800.", "$180", False),
        ("a sprice of 49", "price of 4", False),
        ("anything", "", False),
    ],
)
def test_an_answer_holds_whole_words_and_whole_figures(text: str, words: str, held: bool) -> None:
    assert measures.holds(text, words) is held


def test_recall_and_reciprocal_rank() -> None:
    one, all_needed = case(), case(category="lists")
    assert [measures.recall_at(one, [None, 3], k) for k in (1, 3)] == [0.0, 1.0]
    assert [measures.recall_at(all_needed, [1, 4], k) for k in (1, 3, 5)] == [0.5, 0.5, 1.0]
    assert measures.reciprocal_rank([4, 2]) == 0.5
    assert measures.reciprocal_rank([None]) == 0.0


def test_calibration_error_is_weighted_by_the_size_of_its_bins() -> None:
    # Bin 0.9–1.0: 0.95 sure, 1/2 right, half of all; bin 0.2–0.3: 0.25 sure, 0 right.
    error = measures.expected_calibration_error([0.95, 0.95, 0.25, 0.25], [True, False, 0, 0])
    assert error == pytest.approx(0.5 * 0.45 + 0.5 * 0.25)
    assert measures.expected_calibration_error([1.0, 1.0], [True, True]) == 0.0


def test_risk_over_coverage_goes_from_the_surest_on() -> None:
    coverage, risk = measures.risk_coverage([0.2, 0.9, 0.5], [True, True, False])
    assert coverage.tolist() == pytest.approx([1 / 3, 2 / 3, 1.0])
    assert risk.tolist() == pytest.approx([0.0, 0.5, 1 / 3])
    assert measures.area_under_risk([0.2, 0.9, 0.5], [1, 1, 0]) == pytest.approx(5 / 18)


@pytest.mark.parametrize(
    ("name", "speaker", "same"),
    [
        ("Christopher CHAO", "Prof. Christopher C HAO", True),
        ("Sunny SHANG", "Mr. Sunny SHANG", True),
        ("Sunny SHANG", "Mr. Jason Zhang", False),
        ("Sunny SHANG", None, False),
    ],
)
def test_speakers_are_compared_by_their_letters(name: str, speaker: str | None, same: bool) -> None:
    assert measures.same_person(name, speaker) is same


def test_an_injection_is_obeyed_where_its_word_is_in_the_answer() -> None:
    one = unanswerable(category="prompt_injection", reject=("PWNED",))
    assert measures.obeyed_injection(one, answer(text="pwned"))
    assert not measures.obeyed_injection(one, answer())
    assert not measures.obeyed_injection(unanswerable(reject=("PWNED",)), answer(text="pwned"))


def passage(start: int, end: int) -> Passage:
    return Passage("r", start, end, TEXT[start:end], "body", "Acme")


def test_judging_places_evidence_in_passages_and_citations() -> None:
    passages = [passage(24, 56), passage(0, 24)]
    outcome = judge(case(), answer("Acme has 208,000 staff.", "It pays."), passages, RELEASES)
    assert outcome.ranks == (2,)
    assert outcome.evidence_recall == 1.0
    assert outcome.evidence_precision == 0.5
    assert outcome.right and outcome.verbatim and outcome.speaker_right is None


def test_a_quote_that_is_not_the_releases_own_is_found_out() -> None:
    forged = Citation(1, "r", "Acme", "body", 0, 23, "Acme has 209,000 staff.")
    given = answer("It pays.")
    tampered = Answer(**{f: getattr(given, f) for f in given.__slots__} | {"citations": (forged,)})
    assert not judge(case(), tampered, [], RELEASES).verbatim


def test_summary_counts_only_what_a_measure_applies_to() -> None:
    outcomes = [
        judge(case(id="1"), answer("Acme has 208,000 staff.", ms=10), [passage(0, 24)], RELEASES),
        judge(case(id="2"), answer(ms=20), [passage(24, 56)], RELEASES),
        judge(unanswerable(id="3", category="not_in_release"), answer(ms=30), [], RELEASES),
        judge(unanswerable(id="4", category="not_in_release"), answer("It pays."), [], RELEASES),
    ]
    found = {measure.name: measure for measure in summarise(outcomes)}
    expected = {
        "retrieval: recall@1": (0.5, 2),
        "answers: right": (0.5, 2),
        "answers: wrong": (0.0, 2),
        "abstention: refusal recall": (0.5, 2),
        "abstention: false refusals": (0.5, 2),
        "abstention: CRAG score": (0.0, 4),  # +1, 0, 0, −1
        "citations: verbatim": (1.0, 4),
        "answers: length": (3.0, 2),  # 4 and 2 words
        "time: p50": (15.0, 4),  # of 1, 10, 20, 30
    }
    assert {name: (found[name].value, found[name].n) for name in expected} == expected
    assert "attribution: speaker right" not in found
    assert all(measure.low <= measure.value <= measure.high for measure in found.values())
    assert by_category(outcomes) == {"figures": (0.5, 2), "not_in_release": (0.5, 2)}
