"""Questions → groups of passages that are read together: windows, hard negatives, missing answers.

What the reader meets in use are the passages that retrieval found for a question, most of which do
not answer it. So a question comes with a window of its own context and with windows that share its
words but not its answer; from some groups the answer is taken away.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pr_assistant.sentences import Span
from pr_assistant.words import stem, words
from training.reader.altered import alter
from training.reader.sources import RELEASES, WRITTEN, Asked, Corpus

MIX = {
    "squad1-dev": 0.18,
    "squad2-dev-unanswerable": 0.12,
    "squad2-train-part": 0.07,
    "squadshifts-new_wiki": 0.09,
    "squadshifts-reddit": 0.03,
    "squadshifts-amazon_reviews": 0.03,
    "policyqa": 0.02,
    "unansq": 0.05,
    "qamr": 0.15,
    "multispanqa": 0.01,
    "domain": 0.3,
    "written": 1.2,
}
"""Share of the questions that comes from each source; of those at hand, made to sum to 1."""

TAKEN_AWAY = 0.15
"""Share of the answerable questions whose answer is left out of their group."""
ALTERED = 0.2
"""Share of the answerable questions that are made unanswerable by a word, where one can be."""
ALONE = 0.4
"""Share of the groups without a second passage."""
BUDGETS = ((25, 45), (45, 90), (90, 150))
BUDGET_WEIGHTS = (0.45, 0.35, 0.2)
"""Words of a window: drawn from one of these ranges."""
SHORTEST = 60
"""Characters of a context that may mislead: a headline alone does not."""
NEIGHBOURS = 8
"""Contexts before and after, in the file's order, that a negative is looked for in."""
AROUND = 300
"""Contexts before and after that another name is looked for in."""


@dataclass(frozen=True, slots=True)
class Window:
    """A slice of a context; `spans` (within the slice) answer, `evidence` are their sentences."""

    text: str
    spans: tuple[Span, ...] = ()
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A question and the passages that are read for it."""

    question: str
    windows: tuple[Window, ...]


class Sampler:
    """Draws groups from a corpus; the same seed draws the same ones."""

    def __init__(self, corpus: Corpus, seed: int) -> None:
        self._corpus, self._seed = corpus, seed
        self._random = random.Random(seed)
        self._stems = [frozenset(stem(w) for w in words(c.text)) for c in corpus.contexts]
        self._frequency = Counter(word for found in self._stems for word in found)

    def questions(self, count: int) -> list[Asked]:
        """`count` questions in random order, the sources mixed as `MIX` says, each used evenly."""
        by_source: dict[str, list[Asked]] = {}
        for asked in self._corpus.asked:
            by_source.setdefault(asked.source, []).append(asked)
        whole = sum(MIX[source] for source in by_source)
        chosen: list[Asked] = []
        for source, asked_there in sorted(by_source.items()):
            wanted = round(count * MIX[source] / whole)
            while wanted > 0:
                self._random.shuffle(asked_there)
                chosen += asked_there[:wanted]
                wanted -= len(asked_there)
        self._random.shuffle(chosen)
        return chosen

    def groups(self, asked: Sequence[Asked], part: int) -> list[Group]:
        """The windows that each is read with; `part` is drawn alike whatever else was drawn."""
        self._random = random.Random(f"{self._seed} {part}")
        return [self._group(one) for one in asked]

    def _group(self, asked: Asked) -> Group:
        if asked.gold and asked.source != "domain" and self._random.random() < ALTERED:
            asked = self._altered(asked)
        draw = self._random.random
        windows: list[Window] = []
        if asked.gold and draw() >= TAKEN_AWAY:
            windows += [self._around(index, spans) for index, spans in asked.gold[:2]]
        windows += [self._misleading(asked, index) for index in asked.near[:1]]
        if not windows or draw() >= ALONE or asked.source == "written":
            windows += self._negatives(asked, 1 + (asked.source == "written"))
        if not windows:  # a context without neighbours: its answer stays
            windows = [self._around(index, spans) for index, spans in asked.gold[:1]]
        self._random.shuffle(windows)
        return Group(asked.question, tuple(windows))

    def _altered(self, asked: Asked) -> Asked:
        """A question so like it that its contexts do not answer it, where one can be made."""
        contexts, home = self._corpus.contexts, asked.home
        low, high = max(0, home - AROUND), min(len(contexts), home + AROUND)
        near = contexts[max(0, home - NEIGHBOURS) : home + NEIGHBOURS + 1]
        own = "\n".join(one.text for one in near if one.document == contexts[home].document)
        elsewhere = contexts[self._random.randrange(low, high)].text
        question = alter(asked.question, own, elsewhere, self._random)
        if question is None:
            return asked
        return replace(
            asked, question=question, gold=(), near=tuple(index for index, _ in asked.gold)
        )

    def _around(self, index: int, spans: tuple[Span, ...]) -> Window:
        """Sentences with the spans in them, and some on either side."""
        sentences = self._corpus.contexts[index].sentences
        inside = [
            place
            for place, sentence in enumerate(sentences)
            if any(s.start < sentence.end and sentence.start < s.end for s in spans)
        ]
        first, last = (inside[0], inside[-1]) if inside else (0, len(sentences) - 1)
        return self._grown(index, first, last, spans)

    def _misleading(self, asked: Asked, index: int) -> Window:
        """The sentence most like the question, and some around it."""
        one = self._corpus.contexts[index]
        wanted = {stem(w) for w in words(asked.question)}
        best = max(
            range(len(one.sentences)),
            key=lambda i: self._shared(
                wanted, frozenset(stem(w) for w in words(one.text[slice(*one.sentences[i])]))
            ),
        )
        return self._grown(index, best, best, ())

    def _grown(self, index: int, first: int, last: int, spans: tuple[Span, ...]) -> Window:
        """Sentences first … last and as many around them as a drawn budget of words allows."""
        one = self._corpus.contexts[index]
        if one.document >= WRITTEN:  # a passage as it is in use
            first, last = 0, len(one.sentences) - 1
        low, high = self._random.choices(BUDGETS, BUDGET_WEIGHTS)[0]
        budget = self._random.randint(low, high)
        sizes = [one.text.count(" ", *sentence) + 1 for sentence in one.sentences]
        used = sum(sizes[first : last + 1])
        while used < budget:
            sides = [i for i in (first - 1, last + 1) if 0 <= i < len(sizes)]
            sides = [i for i in sides if used + sizes[i] <= budget * 1.2]
            if not sides:
                break
            side = self._random.choice(sides)
            used += sizes[side]
            first, last = min(first, side), max(last, side)
        start, end = one.sentences[first].start, one.sentences[last].end
        inside = tuple(
            Span(s.start - start, s.end - start) for s in spans if start <= s.start and s.end <= end
        )
        evidence = tuple(
            Span(s.start - start, s.end - start)
            for s in one.sentences[first : last + 1]
            if any(a.start < s.end and s.start < a.end for a in spans)
        )
        return Window(one.text[start:end], inside, evidence)

    def _negatives(self, asked: Asked, most: int) -> list[Window]:
        """Windows near the question's context that share its words and lack its answer."""
        home, contexts = asked.home, self._corpus.contexts
        own = {index for index, _ in asked.gold} | set(asked.near)
        answers = [contexts[i].text[slice(*s)].lower() for i, spans in asked.gold for s in spans]
        low, high = max(0, home - NEIGHBOURS), min(len(contexts), home + NEIGHBOURS + 1)
        together = contexts[home].document >= RELEASES  # paragraphs of one release
        choices = [
            i
            for i in range(low, high)
            if i not in own
            and len(contexts[i].text) >= SHORTEST
            and (not together or contexts[i].document == contexts[home].document)
            and not any(answer in contexts[i].text.lower() for answer in answers)
        ]
        wanted = {stem(w) for w in words(asked.question)}
        ranked = sorted(choices, key=lambda i: -self._shared(wanted, self._stems[i]))
        drawn = self._random.sample(ranked[: most + 2], min(most, len(ranked)))
        return [self._misleading(asked, index) for index in drawn]

    def _shared(self, wanted: set[str], found: frozenset[str]) -> float:
        """How much rare vocabulary two texts share."""
        return sum(math.sqrt(1 / (1 + self._frequency[word])) for word in wanted & found)
