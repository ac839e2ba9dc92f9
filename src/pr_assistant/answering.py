"""A question's way through: standalone question → passages → reading → citations → answer."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pr_assistant import conversation, grounding, writing
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
    whole_characters,
)
from pr_assistant.reading import Evidence, Reader, Reading
from pr_assistant.retrieval import HybridSearch, Index
from pr_assistant.words import stems
from pr_assistant.writing import Writer, Written

MAX_QUESTION = 2_000
"""Characters a question may have."""

NOT_IN_RELEASE = "The release does not say."

NOT_ENGLISH = "I found no answer, but without a language model I read English only. Ask in English."

UNNAMED = "Somebody quoted in the release"
"""Who says what stands between quotation marks without a speaker who is certain."""

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
        self._reader = reader
        self._fallback = fallback
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
        turns = tuple(replace(t, question=_earlier(t.question)) for t in question.history)
        asked = replace(question, text=_clean(question.text), history=turns)
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
        rewritten: str | None = None
        if self.writer and history and conversation.depends(text):
            stop = state.listener.stop if state.listener else None
            rewritten = self.writer.rewrite(text, history, stop)
        return replace(state, standalone=rewritten or conversation.standalone(text, history))

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
        return replace(state, reading=self._reader.read(state.standalone, state.passages))

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


def growing(whole: Answer) -> Iterator[Answer]:
    """An answer statement by statement; each is verified, the last is whole."""
    for count in range(1, len(whole.citations)):
        citations = whole.citations[:count]
        if text := compose(citations, among=whole.citations):
            yield replace(whole, answer=text, citations=citations)
    yield whole


def _earlier(text: str) -> str:
    """An earlier question as it is read again. Raises `UsageError` if it is too long."""
    if len(text) > MAX_QUESTION:
        raise UsageError(
            f"A question of the history has {len(text):,} characters; at most {MAX_QUESTION:,} can"
            " be followed."
        )
    return whole_characters(text)


def _clean(text: str) -> str:
    """The question without white space around it. Raises `UsageError` if it cannot be one."""
    if not isinstance(text, str):
        raise UsageError("Ask with a text or a Question; for example: assistant.ask('Who signed?')")
    if len(text) > MAX_QUESTION:
        raise UsageError(
            f"The question has {len(text):,} characters; ask in at most {MAX_QUESTION:,}."
        )
    question = " ".join(whole_characters(text).split())
    if not question:
        raise UsageError("The question is empty. Ask something, for example: Who signed?")
    if not any(character.isalnum() for character in question):
        raise UsageError("The question has no words in it. Ask something, for example: Who signed?")
    return question


def _answer(state: State, timings: dict[str, float]) -> Answer:
    citations = state.citations
    answered = bool(citations)
    draft = state.draft
    written = draft is not None and (bool(draft.statements) or state.refused)
    if answered:
        text = written_out(draft.statements) if draft and written else compose(citations)
    else:
        text = _refusal(state)
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


def _refusal(state: State) -> str:
    """That the release does not say; and what of the question it does not even name."""
    if state.draft is None and not is_english(state.question.text):
        return NOT_ENGLISH
    names = " or ".join(f"“{name}”" for name in state.reading.absent)
    return f"{NOT_IN_RELEASE} It does not mention {names}." if names else NOT_IN_RELEASE


def written_out(statements: Sequence[Statement]) -> str:
    """Sentences that a model wrote, each with the numbers of its citations."""
    return " ".join(f"{one.text} {''.join(f'[{n}]' for n in one.citations)}" for one in statements)


def compose(citations: Sequence[Citation], among: Sequence[Citation] = ()) -> str:
    """The text of an answer: the exact words, or else the quotes, in a row.

    What somebody said is given as theirs. `citations` may be the first ones `among` all.
    """
    exact = any(citation.exact for citation in among or citations)
    parts = [_words(citation) for citation in citations if citation.exact or not exact]
    return ("; " if exact else " ").join(parts)


def given(citation: Citation) -> str:
    """The words that a citation gives to an answer, on one line."""
    pieces = [
        " ".join(citation.quote[start - citation.start : end - citation.start].split())
        for start, end in citation.exact
    ]
    return "; ".join(pieces) or " ".join(citation.quote.split())


def _words(citation: Citation) -> str:
    """The same with who says it, if it is quoted."""
    words = given(citation)
    if citation.quoted:  # what stands partly outside its marks says itself who speaks
        return f"{citation.speaker or UNNAMED}: “{words}”"
    return words
