"""Question sets on disk → questions with their contexts, `train` and `held` apart.

Two formats are gzipped JSON Lines: the public sets ({"context", "qas": [[question, start, text]]}
or, with several spans, {"context", "question", "spans"}), and the synthetic releases that
`training.domain` makes ({"paragraphs", "questions"}). A folder holds releases written by hand
(`training.written`); their contexts are passages as they are in use.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from pr_assistant import passages, releases, sentences
from pr_assistant.exporting import default_model_folder
from pr_assistant.sentences import Span
from training import written
from training.written import Written

RELEASES = 10_000_000
"""Document numbers of synthetic releases begin here."""
WRITTEN = 20_000_000
"""And here those of releases written by hand."""
MAX_PIECES = 254
"""Of a passage in use."""

PASSAGE_WORDS = 50
"""Paragraphs of a release are joined until a passage has as many."""


@dataclass(frozen=True, slots=True)
class Context:
    """A text that questions are put to, and where its sentences are."""

    text: str
    sentences: tuple[Span, ...]
    document: int
    """Contexts of one document, or next to each other in a file, have near numbers."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question; `gold` are the contexts with its answer's spans, `near` those that mislead."""

    question: str
    source: str
    home: int
    """A context of the document it is about; others are looked for around it."""
    gold: tuple[tuple[int, tuple[Span, ...]], ...]
    """(index of a context, spans of the answer there); empty: nothing answers."""
    near: tuple[int, ...]
    """Contexts it is put to that do not answer it."""
    category: str = ""

    @property
    def made(self) -> str:
        """Who made it: "public", "domain" or "written"."""
        return self.source if self.source in ("domain", "written") else "public"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Contexts and the questions put to them."""

    contexts: list[Context]
    asked: list[Asked]


def load(paths: list[Path], split: str) -> Corpus:
    """All questions of `split` ("train" or "held") in the files; sets without a split are train."""
    corpus = Corpus([], [])
    for path in paths:
        if path.is_dir():
            for release in written.load(path):
                if release.held == (split == "held"):
                    _add_written(release, corpus)
            continue
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                row = json.loads(line)
                if row.get("split", "train") != split:
                    continue
                if "paragraphs" in row:
                    _add_release(row, corpus)
                else:
                    _add_context(row, corpus, number)
    return corpus


def context(text: str, document: int) -> Context:
    """A context with its sentences; each line of its own."""
    spans: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        spans += sentences.split(text, start, start + len(line))
        start += len(line)
    return Context(text, tuple(spans) or (Span(0, len(text)),), document)


def _add_context(row: dict[str, Any], corpus: Corpus, document: int) -> None:
    index = len(corpus.contexts)
    corpus.contexts.append(context(row["context"], document))
    if "spans" in row:
        spans = tuple(Span(start, start + len(text)) for start, text in row["spans"])
        corpus.asked.append(Asked(row["question"], row["source"], index, ((index, spans),), ()))
        return
    for question, start, text in row["qas"]:
        if start < 0:
            corpus.asked.append(Asked(question, row["source"], index, (), (index,)))
        else:
            gold = ((index, (Span(start, start + len(text)),)),)
            corpus.asked.append(Asked(question, row["source"], index, gold, ()))


def _add_release(row: dict[str, Any], corpus: Corpus) -> None:
    base = len(corpus.contexts)
    places: list[tuple[int, int]] = []  # of each paragraph: its context, and where it starts there
    texts: list[str] = []
    for paragraph in row["paragraphs"]:
        if len(places) > 1 and _goes_on(texts[-1], paragraph):
            texts[-1] += "\n"
        else:
            texts.append("")
        places.append((base + len(texts) - 1, len(texts[-1])))
        texts[-1] += paragraph
    corpus.contexts.extend(context(text, RELEASES + base) for text in texts)
    corpus.asked.extend(_of_release(question, places) for question in row["questions"])


def _add_written(one: Written, corpus: Corpus) -> None:
    base = len(corpus.contexts)
    release = releases.parse(one.text.encode(), one.name)
    found = passages.split(release, _tokenise(), MAX_PIECES)
    corpus.contexts.extend(context(passage.text, WRITTEN + base) for passage in found)
    spans = [Span(passage.start, passage.end) for passage in found]

    def home(place: Span) -> int | None:
        return next((n for n, s in enumerate(spans) if s.start <= place.start < s.end), None)

    for question in one.questions:
        gold: dict[int, list[Span]] = {}
        for place in question.answers:
            number = home(place)
            if number is not None and place.end <= spans[number].end:
                start = spans[number].start
                answer = Span(place.start - start, place.end - start)
                gold.setdefault(base + number, []).append(answer)
        near = home(question.misleading) if question.misleading else None
        if bool(gold) == bool(question.answers):
            corpus.asked.append(
                Asked(
                    question.standalone,
                    "written",
                    next(iter(gold), base + (near or 0)),
                    tuple((index, tuple(places)) for index, places in gold.items()),
                    () if near is None else (base + near,),
                    question.kind,
                )
            )


@cache
def _tokenise() -> passages.Tokenise:
    tokenizer = Tokenizer.from_file(str(default_model_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return lambda texts: [
        one.offsets for one in tokenizer.encode_batch(list(texts), add_special_tokens=False)
    ]


def _goes_on(text: str, paragraph: str) -> bool:
    """Whether a passage that has `text` takes this paragraph, too: as in use, none is tiny."""
    if _is_heading(paragraph):
        return False
    return _is_heading(text.rpartition("\n")[2]) or len(text.split()) < PASSAGE_WORDS


def _is_heading(text: str) -> bool:
    return len(text.split()) < 12 and text[-1] not in '.!?:;”"' and text[:1] not in "•*-–·"


def _of_release(question: dict[str, Any], places: list[tuple[int, int]]) -> Asked:
    spans: dict[int, list[Span]] = {}
    for paragraph, start, text in question["spans"] + question.get("also", []):
        index, offset = places[paragraph]
        spans.setdefault(index, []).append(Span(offset + start, offset + start + len(text)))
    near = question.get("near")
    return Asked(
        question["question"],
        "domain",
        next(iter(spans), places[0][0]),
        tuple((index, tuple(found)) for index, found in spans.items()),
        () if near is None or spans else (places[near][0],),
        question["category"],
    )
