"""The extractive reader: question + passages → the exact words that answer it, or "not here".

Everything in the releases at hand that may answer competes: their facts, their sentences, and the
words that the trained reader marks. What speaks for each is in `signals`, what is made of that in
`deciding`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from pr_assistant import candidates, conversation, deciding, sentences, whole_release
from pr_assistant.asking import Asked, question_model
from pr_assistant.choosing import Scored, best_of, sharpened
from pr_assistant.demonyms import in_the_words_of
from pr_assistant.embedding import Embedder
from pr_assistant.extraction import span_reader
from pr_assistant.known_words import absent_names, corrected, names, repaired, spelled
from pr_assistant.live import Source
from pr_assistant.marking import of_marks
from pr_assistant.mistyped import opened
from pr_assistant.models import ScoredPassage
from pr_assistant.premises import absent_quarter, asked_where, is_told_where, without_wrong_year
from pr_assistant.profile_lookup import profiled
from pr_assistant.rank_lookup import missing_edition, ranked
from pr_assistant.readings import Evidence, Reading, joined
from pr_assistant.remembering import SentenceVectors
from pr_assistant.sentences import Span
from pr_assistant.signals import Signals
from pr_assistant.statements import Candidate, Statement
from pr_assistant.table_lookup import looked_up
from pr_assistant.weighing import Scale, place_of, to_read

EMBEDDED = 10
"""Sentences that are embedded for a question: those of the best by all other signals."""
LISTS = 0.1
"""The chance that a list is asked for from which what the reader marks may be one: two sums are no
answer to how much something cost."""
RELATED = 3
_ASKS_ANEW = re.compile(r"(?:(?:and|but)\s+)?(?:who|whom|whose|where|when|why|how|which)\b", re.I)
"""How a question begins that asks for another kind of thing than the one before: "And a year
earlier?" asks for the same."""


class ExtractiveReader:
    """Answers with the release's own words. Safe to share between threads."""

    def __init__(self, embedder: Embedder, source: Callable[[str], Source | None]) -> None:
        """`source` gives a release by its id, None if there is none."""
        self._embedder = embedder
        self._source = source
        self._spans = span_reader()
        self._vectors = SentenceVectors(embedder)
        self._candidates = lru_cache(maxsize=64)(_candidates)

    def read(self, question: str, passages: Sequence[ScoredPassage]) -> Reading:
        """Of a question in several parts, all of them where each is answered."""
        question = opened(question)
        asked = conversation.parts(question)
        if len(asked) > 1:
            found: list[Reading] = []
            for part in asked:
                found.append(self._read(part, passages))
                if not found[-1].answered:
                    break
            else:
                return joined(found)
        return self._read(asked[0] if len(asked) == 1 else question, passages)

    def _read(self, question: str, passages: Sequence[ScoredPassage]) -> Reading:
        texts = [source.release.text for source in self._sources(passages)]
        question = without_wrong_year(in_the_words_of(question, texts), texts)
        scored = sorted(self.scored(question, passages), key=lambda one: -one.score)
        if not scored:
            return Reading(False, 0.0, (), ())
        if absent := absent_names(question, texts) or absent_quarter(question, texts):
            return Reading(False, 0.0, (), _related(scored), tuple(absent))
        if (edition := self._missing_edition(question, passages)) is not None:
            return Reading(False, 0.0, (), _related(scored), (edition,) if edition else ())
        if place := asked_where(question):
            found = self._read(place, passages)
            if found.answered and is_told_where(place, [e.text for e in found.evidence]):
                return replace(found, evidence=tuple(replace(e, exact=()) for e in found.evidence))
        best, lead = best_of(scored)
        sure = round(deciding.sure(best.signals, lead), 4)
        if sure < deciding.THRESHOLD:
            return Reading(False, sure, (), _related(scored))
        answer = sharpened(best, scored, self._asked(question))
        return Reading(True, sure, evidence(answer), ())

    def _missing_edition(self, question: str, passages: Sequence[ScoredPassage]) -> str | None:
        """The year of a ranking that is asked for, where no release gives a rank of it; "" for the
        last one, None if none is missing."""
        asked = self._asked(question)
        sources = self._sources(passages)
        missing = [missing_edition(asked, one, self._candidates(one)) for one in sources]
        return max((year or "" for year in missing), default=None) if None not in missing else None

    def scored(self, question: str, passages: Sequence[ScoredPassage]) -> list[Scored]:
        """Every candidate of the releases that `passages` are of, in no order."""
        sources = self._sources(passages)
        texts = [source.release.text for source in sources]
        question = spelled(repaired(question, texts, self._spans.is_word), texts)
        of_all = whole_release.KINDS - {whole_release.asked_for(question)}
        every = (one for source in sources for one in self._candidates(source))
        found = [one for one in every if one.kind not in of_all]
        if not found:
            return []
        known = frozenset[str]().union(*(one.context for one in found))
        asked = corrected(self._asked(question), known, self._spans.is_word)
        found += [cell for one in sources if (cell := looked_up(asked, one, found))]
        found += [rank for one in sources if (rank := ranked(asked, one, found))]
        found += [fact for one in sources if (fact := profiled(asked, one, found))]
        read = to_read([one.passage for one in passages], found, asked)
        marks = self._spans.mark(question, [passage.text for passage in read])
        marked = {place_of(passage): mark for passage, mark in zip(read, marks, strict=True)}
        listed = asked.kinds.get("list", 0.0) >= LISTS
        found += [one for one in of_marks(found, marked) if listed or one.kind != "spans"]
        scale = Scale(asked, names(question), passages, marked)
        return self._with_sentences(question, [(one, scale.signals(one)) for one in found])

    def _with_sentences(
        self, question: str, rough: list[tuple[Candidate, Signals]]
    ) -> list[Scored]:
        """The best by what is known so far, with what the embedder says of their sentences; first
        of all those that settle the question."""
        order = sorted(rough, key=lambda pair: (-pair[1].settled, -deciding.rank(pair[1])))
        chosen: list[tuple[Candidate, Signals]] = []
        texts: set[str] = set()
        for one, signals in order:
            own = {statement.text for statement in one.statements}
            if len(texts | own) <= EMBEDDED or not texts:
                texts |= own
                chosen.append((one, signals))
            elif one.kind == "list" and own & texts:  # all of what an item of it is one of
                chosen.append((one, signals))
        vectors = self._vectors.get(sorted(texts))
        query = self._embedder.embed_query(question)
        cosines = {text: max(0.0, float(vector @ query)) for text, vector in vectors.items()}
        scored = []
        for one, signals in chosen:
            sentence = max(cosines[s.text] for s in one.statements if s.text in cosines)
            whole = replace(signals, sentence=sentence)
            # Rounded: what is embedded beside a sentence changes its vector in the ninth digit.
            scored.append(Scored(one, whole, round(deciding.rank(whole), 6)))
        return scored

    def _asked(self, question: str) -> Asked:
        """What is asked for: of a question behind the one that it goes on from, by both together
        and by the last of them alone."""
        asked = question_model().asked(question, self._embedder.embed_query(question))
        *before, last = (question[slice(*one)] for one in sentences.split(question))
        if before and before[-1].endswith("?") and _ASKS_ANEW.match(last):
            alone = question_model().asked(last, self._embedder.embed_query(last)).kinds
            kinds = {kind: (chance + alone[kind]) / 2 for kind, chance in asked.kinds.items()}
            asked = replace(asked, kinds=kinds)
        return asked

    def _sources(self, passages: Sequence[ScoredPassage]) -> list[Source]:
        home = list(dict.fromkeys(found.passage.release_id for found in passages))
        return [source for one in home if (source := self._source(one))]


def evidence(best: Scored) -> tuple[Evidence, ...]:
    """The statements of the answer in the order of the release, each with its exact words."""
    one = best.candidate
    exact = () if one.kind in ("statement", "overview") else one.answer
    return tuple(
        Evidence(
            statement.passage,
            *statement.span,
            best.score,
            tuple(
                Span(max(s.start, statement.span.start), min(s.end, statement.span.end))
                for s in exact
                if s.start < statement.span.end and statement.span.start < s.end
            ),
            said=one.kind == "speaker",
        )
        for statement in sorted(one.statements, key=lambda statement: statement.span)
    )


def _related(scored: Sequence[Scored]) -> tuple[Evidence, ...]:
    found: dict[tuple[str, Span], Evidence] = {}
    for one in scored:
        for statement in one.candidate.statements:
            span = _whole(statement)
            place = (statement.passage.release_id, span)
            found.setdefault(place, Evidence(statement.passage, *span, one.score))
    return tuple(found.values())[:RELATED]


def _whole(statement: Statement) -> Span:
    """The headline for a line of it, which says nothing by itself; any other statement as it is."""
    passage = statement.passage
    words = r"\s+".join(map(re.escape, passage.title.split()))
    if found := passage.section == "title" and re.search(words, passage.text):
        whole = Span(passage.start + found.start(), passage.start + found.end())
        if whole.start <= statement.span.start and statement.span.end <= whole.end:
            return whole
    return statement.span


def _candidates(source: Source) -> tuple[Candidate, ...]:
    return candidates.of_release(source.release, source.facts, source.passages)
