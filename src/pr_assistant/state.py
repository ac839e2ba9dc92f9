"""What is known of a question on its way through the steps, and the answer that it comes to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from pr_assistant import writing
from pr_assistant.composing import NOT_ENGLISH, compose, refusal, written_out
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
from pr_assistant.readings import Evidence, Reading
from pr_assistant.words import stems
from pr_assistant.writing import Written

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
Cite = Callable[[Sequence[Evidence]], tuple[Citation, ...]]


def answer_of(state: State, timings: dict[str, float]) -> Answer:
    """What is answered, as far as it is known."""
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


def drafted(state: State, written: Written, model: str, cited: Cite) -> State:
    """The state with what a model wrote: its sentences, or why they are not the answer."""
    dropped = tuple(Dropped(one.text, one.reason or "") for one in written.dropped)
    draft = Draft(model, (), dropped, writing.notice(written), written.tokens)
    if draft.notice or written.refused:
        return replace(state, draft=draft, refused=written.refused)
    citations: list[Citation] = []
    statements: list[Statement] = []
    for one in written.kept:
        numbers = tuple(_number(found, citations) for found in cited(one.evidence))
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
