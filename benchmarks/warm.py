"""A question to an assistant that is open, against the model passes it contains."""

from __future__ import annotations

import time
from contextlib import closing
from statistics import median

from benchmarks.measure import Figure, Limit, Options
from pr_assistant import bootstrap, settings
from pr_assistant.answering import Answerer
from pr_assistant.extraction import READ, span_reader
from pr_assistant.models import Question

QUESTIONS = (
    "How many people does Huawei employ?",
    "Who signed the MoU for PolyU?",
    "When was the MoU signed?",
    "What does KTEO stand for?",
    "What are the three strategic pillars?",
    "How many start-ups were founded by PolyU's faculty?",
    "What did Sunny Shang say?",
    "Where was the ceremony held?",
    "What is the budget of the partnership?",
    "Who witnessed the signing?",
    "startups founded polyu",
    "What is this release about?",
)
ROUNDS = 5


def warm(options: Options) -> list[Figure]:
    """Every question in turn; the bare passes embed it once and read the same passages."""
    chosen = settings.load(index=options.work / "index")
    bootstrap.build_index(chosen)
    opened = bootstrap.open_answerer(chosen)
    ours: list[float] = []
    bare: list[float] = []
    reader = span_reader()
    with closing(opened.index):
        embedder = opened.search.embedder
        for turn in range(ROUNDS + 1):
            # A new one, which has read no question yet, over the same index and models.
            answerer = Answerer(opened.index, opened.search, opened.reader)
            for text in QUESTIONS:
                began = time.perf_counter()
                answerer.answer(Question(text))
                answered = time.perf_counter()
                passages = [one.passage.text for one in answerer.search.search(text)[:READ]]
                searched = time.perf_counter()
                embedder.embed_query(text)
                reader.mark(text, passages)
                if turn:  # the first fills caches
                    ours.append(answered - began)
                    bare.append(time.perf_counter() - searched)
    one, reference = median(ours), median(bare)
    measure = "answering a question, warm, one release (reference: its model passes alone)"
    counted = len(ours)
    return [
        Figure(measure, one, reference, one / reference, "s", counted, Limit("<=", 1.3)),
        Figure("the same, p50 in seconds", one, None, None, "s", counted, Limit("<=", 0.2, "ours")),
    ]
