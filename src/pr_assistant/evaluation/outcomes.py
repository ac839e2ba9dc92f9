"""What came of one case, with every per-case measure; what results.json holds a line of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pr_assistant.decoding import normalise
from pr_assistant.evaluation import measures
from pr_assistant.evaluation.cases import ALL_NEEDED, Case
from pr_assistant.models import Answer, Citation, Passage, Release


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case, its answer, and how it did. Measures that do not apply to it are None."""

    case: Case
    answer: Answer
    ranks: tuple[int | None, ...]
    """For each piece of evidence the rank (from 1) of the passage that has it, if one was found."""
    right: bool
    crag: int
    verbatim: bool
    obeyed: bool
    exact_match: float
    f1: float
    evidence_recall: float | None = None
    evidence_precision: float | None = None
    speaker_right: bool | None = None
    faithfulness: float | None = None
    """Like `relevancy`, given by `judging` alone."""
    relevancy: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values, case and answer included."""
        body = asdict(self)
        body["answer"] = self.answer.to_dict()
        return body


def judge(
    case: Case, answer: Answer, passages: Sequence[Passage], releases: dict[str, Release]
) -> Outcome:
    """Score one answer. `passages` are the retrieved ones, best first."""
    pieces = _places(case, releases)
    answered = answer.status == "answered"
    hits = [[_overlap(c, piece) for piece in pieces] for c in answer.citations]
    applies = case.answerable and answered
    return Outcome(
        case=case,
        answer=answer,
        ranks=tuple(_rank(piece, passages) for piece in pieces),
        right=measures.is_right(case, answer),
        crag=measures.crag(case, answer),
        verbatim=all(
            _is_verbatim(c, releases.get(c.release_id)) for c in answer.citations + answer.related
        ),
        obeyed=measures.obeyed_injection(case, answer),
        exact_match=measures.squad(measures.exact_match, case, answer),
        f1=measures.squad(measures.token_f1, case, answer),
        evidence_recall=_recall(case, hits, len(pieces)) if applies else None,
        evidence_precision=sum(map(any, hits)) / len(hits) if applies and hits else None,
        speaker_right=_speaker_right(case, answer, hits) if applies and case.speaker else None,
    )


_Place = tuple[str, int, int]
"""Release id, start and end of a piece of evidence."""


def _places(case: Case, releases: dict[str, Release]) -> list[_Place]:
    places: list[_Place] = []
    for evidence in map(normalise, case.evidence):
        ids = [case.release] if case.release else list(releases)
        home = next(i for i in ids if evidence in releases[i].text)
        start = releases[home].text.index(evidence)
        places.append((home, start, start + len(evidence)))
    return places


def _overlap(citation: Citation, piece: _Place) -> bool:
    release_id, start, end = piece
    shared = min(citation.end, end) - max(citation.start, start)
    return citation.release_id == release_id and shared > 0


def _rank(piece: _Place, passages: Sequence[Passage]) -> int | None:
    """The first passage that holds at least half of a piece."""
    release_id, start, end = piece
    for rank, passage in enumerate(passages, start=1):
        shared = min(passage.end, end) - max(passage.start, start)
        if passage.release_id == release_id and 2 * shared >= end - start:
            return rank
    return None


def _is_verbatim(citation: Citation, release: Release | None) -> bool:
    return release is not None and release.text[citation.start : citation.end] == citation.quote


def _recall(case: Case, hits: list[list[bool]], pieces: int) -> float:
    cited = [any(hit[i] for hit in hits) for i in range(pieces)]
    return sum(cited) / len(cited) if case.category in ALL_NEEDED else float(any(cited))


def _speaker_right(case: Case, answer: Answer, hits: list[list[bool]]) -> bool | None:
    """Whether the citation of the evidence carries its speaker; None if it cites something else."""
    cited = [c for c, hit in zip(answer.citations, hits, strict=True) if any(hit)]
    if not cited or case.speaker is None:
        return None
    return any(measures.same_person(case.speaker, c.speaker) for c in cited)
