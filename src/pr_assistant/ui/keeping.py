"""A conversation that survives a reload: what the browser keeps of it, and what that becomes again.

The browser keeps questions and places, no words of a release: the words are taken from the release
anew, and where it no longer has them the answer is gone. What comes back is a stranger's text, and
is held against the index like a draft of a language model.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from pr_assistant import grounding
from pr_assistant.composing import NOT_ENGLISH, NOT_IN_RELEASE, compose
from pr_assistant.models import Answer, Citation, Draft, Passage, Status
from pr_assistant.questions import MAX_QUESTION
from pr_assistant.readings import Evidence
from pr_assistant.retrieval import Index
from pr_assistant.sentences import Span
from pr_assistant.shelf import OWN
from pr_assistant.ui.transcript import KEPT, Exchange, Transcript

MAX_KEPT = 40_000
"""Characters of JSON: it is sent to the server once, when a window opens (`guard.MAX_BODY`)."""

_CHANGED = "The release has changed since this was answered. Ask again."
_WRITTEN = "What a language model wrote is not kept over a reload; these are the words it cited."
_ABSENT = re.compile(
    r"The release does not say\. It does not mention (“[^“”]+”(?: or “[^“”]+”)*)\."
)
_Text = Annotated[str, Field(max_length=2 * MAX_QUESTION)]
_Offset = Annotated[int, Field(ge=0)]


class _Place(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    release: _Text
    start: _Offset
    end: _Offset
    digest: _Text
    """Of the words there: offsets alone would show others in a release that changed."""
    exact: list[list[_Offset]] = Field(max_length=100)


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    question: _Text
    standalone: _Text
    status: Status
    said: _Text
    """Of a refusal, which names what is absent; an answer is composed anew."""
    confidence: Annotated[float, Field(ge=0, le=1)]
    written: _Text | None
    """The language model, where one wrote the answer."""
    cited: list[_Place] = Field(max_length=100)
    related: list[_Place] = Field(max_length=100)


_LIST = TypeAdapter(list[_Kept])


def kept(transcript: Transcript) -> list[dict[str, Any]]:
    """What the browser is to keep: the newest exchanges with an answer, as many as may be sent;
    nothing of a release that the window added."""
    found: list[dict[str, Any]] = []
    room = MAX_KEPT
    for exchange in reversed(transcript.exchanges):
        own = any(one.release_id.startswith(OWN) for one in exchange.citations)
        if exchange.answer is not None and not own:
            one = _keep(exchange.answer).model_dump()
            room -= len(json.dumps(one))
            if room < 0:
                break
            found.insert(0, one)
    return found


def restored(given: Any, index: Index) -> Transcript:
    """The conversation that a browser kept; an empty one if it is not what `kept` gives."""
    try:
        found = _LIST.validate_python(given or [])
    except ValidationError:
        return Transcript()
    return Transcript(
        tuple(_restore(number, one, index) for number, one in enumerate(found[-KEPT:], start=1))
    )


def _keep(answer: Answer) -> _Kept:
    drafted = answer.draft is not None and bool(answer.draft.statements)
    return _Kept(
        question=answer.question,
        standalone=answer.standalone_question[: 2 * MAX_QUESTION],
        status=answer.status,
        said="" if answer.citations else answer.answer,
        confidence=answer.confidence,
        written=answer.engine if drafted else None,
        cited=[_place(citation) for citation in answer.citations],
        related=[_place(citation) for citation in answer.related],
    )


def _place(citation: Citation) -> _Place:
    return _Place(
        release=citation.release_id,
        start=citation.start,
        end=citation.end,
        digest=_digest(citation.quote),
        exact=[list(span) for span in citation.exact],
    )


def _restore(number: int, one: _Kept, index: Index) -> Exchange:
    cited, related = (_cite(places, index) for places in (one.cited, one.related))
    answered = one.status == "answered"
    if (answered and not cited) or len(cited) != len(one.cited):
        return Exchange(number, one.question, failure=_CHANGED)
    answer = Answer(
        question=one.question,
        standalone_question=one.standalone,
        status=one.status,
        answer=compose(cited) if answered else _refusal(one),
        confidence=one.confidence,
        citations=cited if answered else (),
        related=related,
        engine=one.written or "extractive",
        draft=Draft(one.written, notice=_WRITTEN) if one.written else None,
    )
    return Exchange(number, one.question, answer)


def _cite(places: Iterable[_Place], index: Index) -> tuple[Citation, ...]:
    """Citations of the places that still hold the same words, made as those of an answer are."""
    evidence = [found for place in places if (found := _evidence(place, index)) is not None]
    return grounding.cite(evidence, index.release, index.facts)


def _evidence(place: _Place, index: Index) -> Evidence | None:
    release = index.release(place.release)
    if release is None or not place.start < place.end <= len(release.text):
        return None
    words = release.text[place.start : place.end]
    if _digest(words) != place.digest or any(len(span) != 2 for span in place.exact):
        return None
    section = next((s.name for s in release.sections if s.start <= place.start < s.end), "body")
    passage = Passage(release.id, place.start, place.end, words, section, release.title)
    exact = tuple(Span(start, end) for start, end in place.exact)
    return Evidence(passage, place.start, place.end, 0.0, exact)


def _refusal(one: _Kept) -> str:
    """A refusal as the assistant words it; what it names as absent must be of the question."""
    if one.said == NOT_ENGLISH:
        return NOT_ENGLISH
    absent = _ABSENT.fullmatch(one.said)
    names = re.findall(r"“([^“”]+)”", absent[1]) if absent else []
    asked = f"{one.question} {one.standalone}".casefold()
    return one.said if names and all(n.casefold() in asked for n in names) else NOT_IN_RELEASE


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:16]
