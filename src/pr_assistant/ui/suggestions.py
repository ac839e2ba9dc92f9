"""The buttons with questions: those of the open release that are not asked yet, tried first."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from pr_assistant.assistant import Assistant
from pr_assistant.errors import PrAssistantError
from pr_assistant.models import Citation, Question
from pr_assistant.sentences import Span
from pr_assistant.ui.suggesting import Suggestion, names_at, suggestions
from pr_assistant.ui.transcript import Transcript

SHOWN = 4
"""Questions that are suggested at a time."""
_TRIED = 10
"""Questions that are tried for them at most; each takes as long as an answer, once."""

_log = logging.getLogger(__name__)


class Suggestions:
    """Chooses questions for a window. Safe to share between threads."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._works = lru_cache(maxsize=4096)(self._try)

    def choose(self, transcript: Transcript, picked: str | None, shown: str | None) -> list[str]:
        """At most `SHOWN` questions that the release `shown` answers; none while one is answered.

        They are tried as they would be asked: of the release `picked`, or across all.
        """
        if transcript.exchanges and transcript.exchanges[-1].pending:
            return []
        return list(self._chosen(transcript, picked or None, shown))

    def _chosen(
        self, transcript: Transcript, picked: str | None, shown: str | None
    ) -> Iterator[str]:
        index = self._assistant.index
        release = index.release(shown) if shown else None
        facts = index.facts(shown) if shown else None
        if release is None or facts is None:
            return
        cited = [
            _spans(c)
            for e in transcript.exchanges
            for c in e.citations[:1]
            if c.release_id == shown
        ]
        seen = [span for spans in cited for span in spans]
        asked = {exchange.question.casefold() for exchange in transcript.exchanges}
        now = names_at(facts, cited[-1]) if cited else frozenset()
        open_ones = [
            one
            for one in suggestions(facts)
            if one.question.casefold() not in asked
            and not any(_within(place, span) for place in one.answer for span in seen)
        ]
        ranked = sorted(open_ones, key=lambda one: not one.about & now)  # stable: kinds in turn
        key = release.id, release.sha256, picked
        works = (one.question for one in ranked[:_TRIED] if self._works(*key, one))
        yield from islice(works, SHOWN)

    def _try(self, release_id: str, sha256: str, picked: str | None, one: Suggestion) -> bool:
        """Whether the answer is what the suggestion was drawn from. A language model that would be
        paid for it is not asked: that the release has the answer is certain by itself."""
        if self._assistant.model:
            return True
        try:
            answer = self._assistant.invoke(Question(one.question, release_id=picked))
        except PrAssistantError as error:
            _log.warning("A suggestion could not be tried: %s", error)
            return False
        return any(
            citation.release_id == release_id and _within(place, span)
            for citation in answer.citations
            for span in _spans(citation)
            for place in one.answer
        )


def _spans(citation: Citation) -> list[Span]:
    return [Span(*span) for span in citation.exact or ((citation.start, citation.end),)]


def _within(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
