"""Fit what a question asks for: `python -m training.question_kinds --domain FILE --data FILE…`.

Two things are learned, and written to `src/pr_assistant/weights/questions.npz`:

- which kind of thing a question asks for (a person, a rank, …): multinomial logistic regression
  over the question's embedding and its words, fitted on the questions on synthetic releases and on
  those written by hand (`training.written`);
- for each word of questions, how often it stands in the passage that answers ("title" hardly ever
  does, "revenue" mostly): the weight of the word when a passage is held against a question.

The figures it prints are measured on held releases; some phrasings of the synthetic ones are kept
out of training.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from pr_assistant import settings
from pr_assistant.asking import EMBEDDING_SCALE, FILE, terms
from pr_assistant.exporting import open_embedder
from pr_assistant.words import stem, stems, words
from training import written
from training.reader.sources import load

QUESTIONS = 16_000
TERMS = 2_500
REGULARISATION = 2.0
PRIOR, PRIOR_COUNT = 0.85, 6
"""A word that was never asked about is expected in the passage with this chance."""
SEED = 1

_SHORT = "KTEO MOU SAR WHO PLC EBITDA NGO CAGR RAISe+ TIA EPC GW ESG UNHCR FDA QXR BLT OPS".split()
_EXPANSION = (
    "What does {} stand for?|what does {} mean|What is {} short for?|{} stands for?|{} meaning"
    "|What is the full name of {}?|Spell out {}.|Expand {}|full form of {}|What is {}?"
    "|What do the letters {} stand for?|Can you tell me what {} stands for?"
    "|What is meant by {}?|Definition of the abbreviation {}|Which words does {} abbreviate?"
).split("|")


_VARIED = {
    "when": (
        "^when (?=did|was|is|does|will|were|has)",
        "In which year |On what date |On which day |What day |In what month |At what time ",
    ),
    "where": (
        "^where (?=did|was|is|does|will|were|has)",
        "In which city |In which country |At which place |In what town |On which campus ",
    ),
    "person": (
        "^who (?=is|was|has|will|signed|heads|leads|runs|became|succeeds|speaks|witnessed)",
        "Which executive |Which person |Which official |Which of them |What person |which manager ",
    ),
    "number": (
        "^how many ",
        "What number of |How large a number of |how much |What is the count of ",
    ),
}
"""Kind → how its questions begin, and how else they may begin."""
VARIED = 0.35
"""Share of the questions that fit which are asked that way, too."""


def main() -> None:
    """Read the options, fit, print the held accuracy, write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--domain", type=Path, required=True, help="of python -m training.domain")
    parser.add_argument("--data", type=Path, nargs="*", default=[], help="public question sets")
    parser.add_argument("--output", type=Path, default=FILE)
    given = parser.parse_args()
    draw = random.Random(SEED)
    train, held = (list(_questions(given.domain, split)) for split in ("train", "held"))
    by_hand = list(_written(held=False))
    train = draw.sample(train, min(QUESTIONS, len(train))) + by_hand + list(_expansions(draw))
    train += [(other, kind) for one, kind in train if (other := _varied(one, kind, draw))]
    chosen = settings.load()
    embedder = open_embedder(chosen.embedding_model, chosen.cache)
    vectorizer = CountVectorizer(analyzer=terms, binary=True, min_df=8, max_features=TERMS)
    vectorizer.fit([question for question, _ in train])

    def features(questions: list[str]) -> csr_matrix:
        vectors = csr_matrix(embedder.embed(questions) * EMBEDDING_SCALE)
        return hstack([vectors, vectorizer.transform(questions)], format="csr")

    model = LogisticRegression(C=REGULARISATION, max_iter=400)
    model.fit(features([q for q, _ in train]), [kind for _, kind in train])
    print(f"{len(train):,} questions, {len(model.classes_)} kinds")
    for name, some in (("synthetic", held), ("written", list(_written(held=True)))):
        accuracy = model.score(features([q for q, _ in some]), [kind for _, kind in some])
        print(f"held accuracy, {name}: {accuracy:.3f} of {len(some):,}")
    expected = dict(sorted(_expected([given.domain, *given.data, written.FOLDER]).items()))
    np.savez_compressed(
        given.output,
        kinds=model.classes_.astype(str),
        coefficients=model.coef_.T.astype(np.float16),
        intercepts=model.intercept_.astype(np.float32),
        terms=np.array(vectorizer.get_feature_names_out(), dtype=str),
        words=np.array(list(expected), dtype=str),
        expected=np.array(list(expected.values()), dtype=np.float16),
    )


def _questions(domain: Path, split: str) -> Iterator[tuple[str, str]]:
    with gzip.open(domain, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["split"] == split:
                for question in row["questions"]:
                    yield question["question"], question["category"]


def _written(held: bool) -> Iterator[tuple[str, str]]:
    for release in written.load():
        if release.held == held:
            for one in release.questions:
                # "Who builds it?" may ask for a person or a firm, and cannot be told from outside.
                if one.kind != "organisation" or not re.match("who", one.text, re.IGNORECASE):
                    yield one.standalone, one.kind


def _varied(question: str, kind: str, draw: random.Random) -> str | None:
    """The question with another opening of the same meaning, for some of those that have one."""
    opening, others = _VARIED.get(kind, ("(?!)", ""))
    match = re.match(opening, question, re.IGNORECASE)
    if match is None or draw.random() >= VARIED:
        return None
    other = draw.choice(others.split("|"))
    return draw.choice([other, other.lower()]) + question[match.end() :]


def _expansions(draw: random.Random) -> Iterator[tuple[str, str]]:
    for _ in range(400):
        short = draw.choice(_SHORT)
        question = draw.choice(_EXPANSION).format(draw.choice([short, short.lower()]))
        yield question, "expansion"


def _expected(paths: list[Path]) -> dict[str, float]:
    """Stem → the share of answered questions with it whose passage has it."""
    asked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    corpus = load(paths, "train")
    there = [frozenset(stem(word) for word in words(one.text)) for one in corpus.contexts]
    for one in corpus.asked:
        if one.gold:
            known = frozenset[str]().union(*(there[index] for index, _ in one.gold))
            for word in set(stems(one.question)):
                asked[word] += 1
                found[word] += word in known
    shares = {
        word: (found[word] + PRIOR * PRIOR_COUNT) / (count + PRIOR_COUNT)
        for word, count in asked.items()
        if count >= 5
    }
    return {word: share for word, share in shares.items() if abs(share - PRIOR) > 0.1}


if __name__ == "__main__":
    main()
