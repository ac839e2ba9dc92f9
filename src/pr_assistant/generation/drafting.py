"""A question and its passages → verified sentences by a model, or why there are none."""

from __future__ import annotations

import random
import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pr_assistant.generation import prompting
from pr_assistant.generation.budget import counter
from pr_assistant.generation.calling import Call, CallError, Stopped
from pr_assistant.generation.drafts import Draft, Sentence
from pr_assistant.generation.prompting import Form, Message
from pr_assistant.generation.providers import Failure
from pr_assistant.grounding import addresses
from pr_assistant.grounding.verifying import Verifier
from pr_assistant.models import Release, ScoredPassage, Turn
from pr_assistant.words import content_words
from pr_assistant.writing import Verdict, Written

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from pr_assistant.facts.models import Facts

ATTEMPTS = 3
MAX_SENTENCES = 12
"""Sentences of a draft that are looked at."""
_BACKOFF_S = 0.5
_REWRITE_SHARE = 0.3
"""Share of the time limit that rewriting a question may take."""


class ModelWriter:
    """Writes with a chat model. Safe to share between threads."""

    def __init__(
        self,
        model: BaseChatModel,
        name: str,
        release: Callable[[str], Release | None],
        facts: Callable[[str], Facts | None],
        timeout: float = 60.0,
        budget: int = 8_000,
    ) -> None:
        """`timeout`: seconds for one answer, all attempts; `budget`: tokens of a prompt."""
        self.name = name
        self._release, self._facts = release, facts
        self._timeout, self._budget = timeout, budget
        self._model = model
        profile: dict[str, Any] = dict(getattr(model, "profile", None) or {})
        self._asks = type(model).__module__.startswith("langchain_openai")
        """Whether requests may ask for more than text; not once a server refuses that."""
        self._structured = bool(profile.get("structured_output"))

    def rewrite(
        self, question: str, history: Sequence[Turn], stop: threading.Event | None = None
    ) -> str | None:
        """The question as it stands alone; None where the model fails or adds to it."""
        earlier = [turn.question for turn in history][-4:]
        deadline = time.monotonic() + _REWRITE_SHARE * self._timeout
        try:
            text = "".join(self._call(prompting.rewriting(question, earlier), deadline, stop))
        except CallError:
            return None
        rewritten = " ".join(text.strip().strip("\"“”'").split())
        known = {word for q in (*earlier, question) for word in content_words(q)}
        names = [w for w in re.findall(r"[^\W_]+", rewritten) if w[0].isupper() or w.isdigit()]
        added = [w for w in names[1:] if not {w.lower()} & known and w.lower() not in _OPENING]
        if not rewritten or len(rewritten) > _MAX_REWRITE or "\n" in text.strip() or added:
            return None
        return rewritten if set(content_words(rewritten)) & known else None

    def write(
        self,
        question: str,
        passages: Sequence[ScoredPassage],
        stop: threading.Event | None = None,
    ) -> Iterator[Written]:
        """What is written so far, after each sentence; the last is all. Raises `Stopped`."""
        given = prompting.fitting(question, passages, self._budget, counter(), self._form())
        if not given:
            yield Written(refused=True)
            return
        verifier = Verifier([p.passage for p in given], self._release, self._facts)
        deadline = time.monotonic() + self._timeout
        for attempt in range(1, ATTEMPTS + 1):
            written, draft, asks, form = Written(), Draft(), self._asks, self._form()
            try:
                messages = prompting.drafting(question, given, form)
                call = self._call(messages, deadline, stop, form if asks else None)
                for written in self._attempt(draft, call, verifier):
                    yield written
                return
            except CallError as error:
                failure = error.failure
            if asks and "refused the request" in failure.why and attempt < ATTEMPTS:
                self._asks = False
                continue
            pause = failure.wait if failure.wait is not None else _backoff(attempt)
            late = time.monotonic() + pause >= deadline
            if not failure.temporary or attempt == ATTEMPTS or late:
                yield Written((), written.dropped + _unended(draft), failure=failure.why)
                return
            if (stop or threading.Event()).wait(pause):
                raise Stopped

    def _form(self) -> Form:
        return "json" if self._structured and self._asks else "text"

    def _attempt(self, draft: Draft, call: Call, verifier: Verifier) -> Iterator[Written]:
        written, seen = Written(), 0
        for piece in call:
            for sentence in draft.feed(piece):
                seen += 1
                if seen <= MAX_SENTENCES:
                    written = _with(written, sentence, verifier)
                    yield written
        for sentence in draft.finish():
            seen += 1
            if seen <= MAX_SENTENCES:
                written = _with(written, sentence, verifier)
        if draft.malformed and not written.kept:
            raise CallError(Failure("what the model wrote cannot be read", True))
        if not seen and not draft.refused:
            raise CallError(Failure("the model wrote nothing", True))
        yield replace(written, refused=draft.refused and not written.kept, tokens=call.tokens)

    def _call(
        self,
        messages: list[Message],
        deadline: float,
        stop: threading.Event | None,
        form: Form | None = None,
    ) -> Call:
        """A call; with a `form` it asks for that, and for what it costs.

        OpenAI's client takes another way for what it knows as `response_format`, on which a stream
        that is not quite as OpenAI's fails; as a part of the body it is only sent.
        """
        model: Any = self._model
        if form:
            body: dict[str, Any] = {"stream_options": {"include_usage": True}}
            if form == "json":
                schema = {"type": "json_schema", "json_schema": prompting.schema()}
                body["response_format"] = schema
            model = model.bind(extra_body=body)
        return Call(model, self.name, messages, deadline, stop)


_MAX_REWRITE = 500
_OPENING = frozenset("who what when where which why how does did is are was were the".split())


def _with(written: Written, sentence: Sentence, verifier: Verifier) -> Written:
    verdict = verifier.check(sentence.text, sentence.pointers)
    if not verdict.evidence:
        return replace(written, dropped=(*written.dropped, verdict))
    if verdict.text in {one.text for one in written.kept}:
        return written
    return replace(written, kept=(*written.kept, verdict))


def _unended(draft: Draft) -> tuple[Verdict, ...]:
    """What a model was writing when it failed."""
    why = "the model did not write it to its end"
    return tuple(Verdict(addresses.shown(one.text), reason=why) for one in draft.finish())


def _backoff(attempt: int) -> float:
    return float(_BACKOFF_S * 2 ** (attempt - 1) * random.uniform(0.8, 1.2))
