"""A question's way through: standalone question → passages → reading → citations → answer."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pr_assistant import conversation, grounding, questions, writing
from pr_assistant.composing import NOT_ENGLISH, compose, refusal, written_out
from pr_assistant.errors import IndexStaleError, ProviderError, UsageError
from pr_assistant.language import is_english
from pr_assistant.models import (
    Answer,
    Citation,
    Draft,
    Dropped,
    Question,
    ScoredPassage,
    Statement,
)
from pr_assistant.readings import Evidence, Reader, Reading
from pr_assistant.retrieval import HybridSearch, Index
from pr_assistant.words import stems
from pr_assistant.writing import Writer, Written

REMEMBERED = 512
"""Questions whose reading is kept, for who asks them again: those that the page suggests, say."""

_NOTHING = Reading(False, 0.0, (), ())


@dataclass(frozen=True, slots=True)
class Listener:
    """Who watches an answer grow, and may have enough of it."""

    show: Callable[[Answer], None]
    stop: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a question so far."""

    question: Question
    standalone: str = ""
    passages: tuple[ScoredPassage, ...] = ()
    reading: Reading = _NOTHING
    citations: tuple[Citation, ...] = ()
    related: tuple[Citation, ...] = ()
    timings_ms: dict[str, float] = field(default_factory=dict)
    draft: Draft | None = None
    refused: bool = False
    """Whether a language model says that the release does not."""
    listener: Listener | None = None


Step = Callable[[State], State]


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
        return _answer(state, {"total": total} | state.timings_ms)

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
            drafted = self._drafted(state, written)
            if state.listener and drafted.citations:
                state.listener.show(_answer(drafted, {}))
        return drafted

    def _drafted(self, state: State, written: Written) -> State:
        """The state with what a model wrote: its sentences, or why they are not the answer."""
        name = self.writer.name if self.writer else ""
        dropped = tuple(Dropped(one.text, one.reason or "") for one in written.dropped)
        draft = Draft(name, (), dropped, writing.notice(written), written.tokens)
        if draft.notice or written.refused:
            return replace(state, draft=draft, refused=written.refused)
        citations: list[Citation] = []
        statements: list[Statement] = []
        for one in written.kept:
            numbers = tuple(_number(cited, citations) for cited in self._cited(one.evidence))
            if len(numbers) == len(one.evidence):  # else its release changed meanwhile
                statements.append(Statement(one.text, numbers))
        if statements and not _touches(statements, state.standalone):
            said = "What the release bears out of the model's draft does not answer the question."
            return replace(state, draft=replace(draft, notice=f"{said} {writing.INSTEAD}"))
        share = len(statements) / (len(statements) + len(dropped) or 1)
        return replace(
            state,
            draft=replace(draft, statements=tuple(statements)),
            citations=tuple(citations) if statements else (),
            reading=Reading(bool(statements), share, (), ()),
        )

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


def _touches(statements: Sequence[Statement], question: str) -> bool:
    """Whether any of the sentences has a word of the question, or one of the same meaning."""
    asked = set(stems(question))
    return not asked or any(asked & set(stems(one.text)) for one in statements)


def _number(citation: Citation, known: list[Citation]) -> int:
    """The number of a citation among those known; a new one is added to them."""
    place = (citation.release_id, citation.start, citation.end)
    for one in known:
        if (one.release_id, one.start, one.end) == place:
            return one.number
    known.append(replace(citation, number=len(known) + 1))
    return len(known)


def _answer(state: State, timings: dict[str, float]) -> Answer:
    citations = state.citations
    answered = bool(citations)
    draft = state.draft
    written = draft is not None and (bool(draft.statements) or state.refused)
    if answered:
        text = written_out(draft.statements) if draft and written else compose(citations)
    else:
        was_read = draft is not None or is_english(state.question.text)
        text = refusal(state.reading.absent) if was_read else NOT_ENGLISH
    return Answer(
        question=state.question.text,
        standalone_question=state.standalone,
        status="answered" if answered else "not_in_release",
        answer=text,
        confidence=round(state.reading.confidence, 3),
        citations=citations,
        related=() if answered else state.related,
        engine=draft.model if draft and written else "extractive",
        timings_ms=timings,
        id=state.question.id,
        draft=draft,
    )
