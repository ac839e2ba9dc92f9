"""A question's way through: standalone question → passages → reading → citations → answer."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pr_assistant import conversation, grounding, questions
from pr_assistant.errors import IndexStaleError, ProviderError, UsageError
from pr_assistant.models import Answer, Citation, Question, ScoredPassage
from pr_assistant.readings import Evidence, Reader, Reading
from pr_assistant.retrieval import HybridSearch, Index
from pr_assistant.state import Listener, State, Step, answer_of, drafted
from pr_assistant.writing import Writer

REMEMBERED = 512
"""Questions whose reading is kept, for who asks them again: those that the page suggests, say."""


class Answerer:
    """Answers questions about the releases of an index. Safe to share between threads.

    It knows nothing of LangChain, whose import takes longer than an answer; `Assistant` puts its
    steps behind LangChain's interface.
    """

    def __init__(
        self,
        index: Index,
        search: HybridSearch,
        reader: Reader,
        writer: Writer | None = None,
        fallback: bool = True,
    ) -> None:
        """With a `writer` answers are its prose, where the release bears that out; where it fails,
        `fallback` says whether the reader answers instead."""
        self.index = index
        self.search = search
        self.writer = writer
        self.reader = reader
        self._fallback = fallback
        self._reading = lru_cache(maxsize=REMEMBERED)(self._read_at)
        self.steps: dict[str, Step] = {
            "conversation": self._stand_alone,
            "retrieval": self._retrieve,
            **({"writing": self._write} if writer else {}),
            "reading": self._read,
            "grounding": self._ground,
        }

    def answer(
        self, question: Question, run: Step | None = None, listener: Listener | None = None
    ) -> Answer:
        """Answer a question; `run` may take its state through the steps in another way.

        `listener` sees what is written of it so far. Raises `ProviderError` where a language model
        fails and nothing may be given in its place, `UsageError` for a question that is empty, too
        long, no text or of a release that is not there, and `IndexUnusableError` if the index was
        taken away or does not stop changing.
        """
        began = time.perf_counter()
        turns = tuple(replace(t, question=questions.earlier(t.question)) for t in question.history)
        asked = replace(question, text=questions.clean(question.text), history=turns)
        if asked.release_id is not None and self.index.release(asked.release_id) is None:
            raise UsageError(f"There is no release {asked.release_id!r} here.")
        state = self._settled(State(asked, listener=listener), run or self._run)
        total = 1000 * (time.perf_counter() - began)
        return answer_of(state, {"total": total} | state.timings_ms)

    def _settled(self, asked: State, run: Step) -> State:
        """Take all steps; once more where "not in the release" may only mean that it changed."""
        for last in (False, True):
            revision = self.index.revision()
            state = run(asked)
            if state.citations:
                return state
            changed = self.index.revision() != revision
            lost = grounding.lost(state.reading.evidence, self.index.release)
            if not lost and (last or not changed):
                return state
        raise IndexStaleError("The release changed while it was read. Ask again.")

    def take(self, name: str, state: State) -> State:
        """Take one step and note how long it took."""
        began = time.perf_counter()
        state = self.steps[name](state)
        spent = 1000 * (time.perf_counter() - began)
        return replace(state, timings_ms=state.timings_ms | {name: spent})

    def _run(self, state: State) -> State:
        for name in self.steps:
            state = self.take(name, state)
        return state

    def _stand_alone(self, state: State) -> State:
        text, history = state.question.text, state.question.history
        if not history or not conversation.depends(text):
            return replace(state, standalone=text)
        if self.writer:
            stop = state.listener.stop if state.listener else None
            if rewritten := self.writer.rewrite(text, history, stop):
                return replace(state, standalone=rewritten)
            return replace(state, standalone=conversation.standalone(text, history))

        def answer(question: str) -> str | None:
            try:
                found = self.answer(Question(question, release_id=state.question.release_id))
            except UsageError:  # an earlier question may be anything
                return None
            return found.answer if found.status == "answered" else None

        turns = conversation.completed(history, answer)
        return replace(state, standalone=conversation.standalone(text, turns))

    def _retrieve(self, state: State) -> State:
        found = self.search.search(state.standalone, state.question.release_id)
        return replace(state, passages=tuple(found))

    def _write(self, state: State) -> State:
        if self.writer is None:
            return state
        stop = state.listener.stop if state.listener else None
        for written in self.writer.write(state.standalone, state.passages, stop):
            if written.failure and not self._fallback:
                raise ProviderError(
                    f"The model {self.writer.name} could not be used: {written.failure}. Mend that,"
                    " or allow the extractive answer in its place."
                )
            so_far = drafted(state, written, self.writer.name, self._cited)
            if state.listener and so_far.citations:
                state.listener.show(answer_of(so_far, {}))
        return so_far

    def _read(self, state: State) -> State:
        if state.citations:
            return state
        revision = self.index.revision()  # before reading: what it gives is of this or a later one
        return replace(state, reading=self._reading(revision, state.standalone, state.passages))

    def _read_at(
        self, revision: int, question: str, passages: tuple[ScoredPassage, ...]
    ) -> Reading:
        """What the reader finds in `passages` of this revision of the index."""
        return self.reader.read(question, passages)

    def _ground(self, state: State) -> State:
        if state.citations:
            return state
        if state.refused:  # nothing is the answer; what the reader has found comes closest
            closest = state.reading.related or state.reading.evidence
            return replace(state, related=self._cited(closest))
        return replace(
            state,
            citations=self._cited(state.reading.evidence),
            related=self._cited(state.reading.related),
        )

    def _cited(self, evidence: Sequence[Evidence]) -> tuple[Citation, ...]:
        return grounding.cite(evidence, self.index.release, self.index.facts)
