"""Public question sets: the reader alone on a given context, to be placed beside published figures.

The data is JSON Lines, gzipped: {"source", "split", "context", "qas": [[question, start, text]]},
start −1 where the context does not answer.
"""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from pr_assistant import facts, grounding, passages
from pr_assistant.composing import NOT_IN_RELEASE, compose
from pr_assistant.decoding import normalise
from pr_assistant.embedding import Embedder
from pr_assistant.errors import UsageError
from pr_assistant.evaluation.cases import Case
from pr_assistant.evaluation.outcomes import Outcome, judge
from pr_assistant.live import Source
from pr_assistant.models import Answer, Release, ScoredPassage, Section
from pr_assistant.reading import ExtractiveReader
from pr_assistant.readings import Reader

SUITES = {
    "squad2-held": frozenset({"squad1-dev", "squad2-dev-unanswerable"}),
    "qamr-held": frozenset({"qamr"}),
    "held": None,
}
"""Name → the sources whose `held` part it is made of; None: all of them."""

Progress = Callable[[str, float, float], None]


@dataclass(frozen=True, slots=True)
class _Context:
    release: Release
    cases: list[Case]


def run(
    suite: str,
    data: Path,
    embedder: Embedder,
    limit: int | None,
    progress: Progress,
) -> list[Outcome]:
    """Put every question to its context, or `limit` of them, spread evenly over the set.

    Raises `UsageError`.
    """
    contexts = _sample(list(_contexts(suite, data)), limit)
    total = sum(len(context.cases) for context in contexts)
    outcomes: list[Outcome] = []
    for context in contexts:
        found = passages.split(context.release, embedder.tokenise, embedder.spec.max_pieces)
        vectors = embedder.embed([passage.text for passage in found])
        release = context.release
        sources = {release.id: Source(release, facts.read(release), tuple(found))}
        reader = ExtractiveReader(embedder, sources.get)
        for case in context.cases:
            cosines = vectors @ embedder.embed_query(case.question)
            scored = [
                ScoredPassage(passage, 1.0, cosine=float(cosine))
                for passage, cosine in zip(found, cosines, strict=True)
            ]
            outcomes.append(_ask(case, context.release, scored, reader))
            progress("Asking", 1, total)
    return outcomes


def _sample(contexts: list[_Context], limit: int | None) -> list[_Context]:
    """`limit` cases at even distances: a set lists its sources one after the other."""
    total = sum(len(context.cases) for context in contexts)
    if limit is None or limit >= total:
        return contexts
    chosen = {number * total // limit for number in range(limit)}
    numbers = count()
    picked = [
        _Context(context.release, [case for case in context.cases if next(numbers) in chosen])
        for context in contexts
    ]
    return [context for context in picked if context.cases]


def _ask(case: Case, release: Release, scored: list[ScoredPassage], reader: Reader) -> Outcome:
    began = time.perf_counter()
    reading = reader.read(case.question, scored)
    lookup = {release.id: release}
    citations = grounding.cite(reading.evidence, lookup.get, lambda _: facts.read(release))
    answer = Answer(
        question=case.question,
        standalone_question=case.question,
        status="answered" if citations else "not_in_release",
        answer=compose(citations) if citations else NOT_IN_RELEASE,
        confidence=reading.confidence,
        citations=citations,
        timings_ms={"total": 1000 * (time.perf_counter() - began)},
        id=case.id,
    )
    ranked = sorted(scored, key=lambda one: -(one.cosine or 0.0))
    return judge(case, answer, [one.passage for one in ranked], lookup)


def _contexts(suite: str, data: Path) -> Iterator[_Context]:
    sources = SUITES[suite]
    try:
        with gzip.open(data, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                row = json.loads(line)
                if row["split"] == "held" and (sources is None or row["source"] in sources):
                    yield _context(row, f"{data.name}:{number}")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{data} is not a question set ({error}). See evals/README.md.") from error


def _context(row: dict[str, Any], source: str) -> _Context:
    text = normalise(row["context"])
    release = Release(source, text, source, "", (Section("body", 0, len(text)),))
    cases = [
        Case(
            id=f"{source}#{number}",
            question=question,
            release=source,
            category=row["source"],
            answerable=start >= 0,
            accept=((normalise(answer),),) if start >= 0 else (),
            evidence=(normalise(answer),) if start >= 0 else (),
            source=source,
        )
        for number, (question, start, answer) in enumerate(row["qas"], start=1)
    ]
    return _Context(release, cases)
