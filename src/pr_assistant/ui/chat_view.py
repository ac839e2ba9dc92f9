"""A `Transcript` → the conversation in the left pane."""

from __future__ import annotations

from collections.abc import Sequence

from pr_assistant.composing import NOT_IN_RELEASE, given
from pr_assistant.models import Answer, Citation, Statement
from pr_assistant.questions import MAX_QUESTION
from pr_assistant.ui import actions
from pr_assistant.ui.markup import escape
from pr_assistant.ui.reference import Lookup
from pr_assistant.ui.sources_view import Sources, one_line
from pr_assistant.ui.transcript import Exchange, Transcript, slice_of
from pr_assistant.ui.wording import how_sure

_SHORT = 160
"""Characters of an answer that is set large."""

_WELCOME = (
    '<div class="welcome"><p class="say">Ask {} a question.</p>'
    "<p>You get {} own words, each with its place in the text, or a plain “The release does not"
    " say.” It finds and quotes; it does not compute, judge or know anything else.</p></div>"
)


def conversation(transcript: Transcript, release: Lookup, several: bool = False) -> str:
    """The conversation as HTML. A change of `data-state` makes the page scroll to its end.

    With `several` releases to ask, each citation names its own.
    """
    view = _View(transcript, release, several)
    last = transcript.exchanges[-1] if transcript.exchanges else None
    state = f"{last.number}{'?' if last.pending else ''}" if last else "0"
    welcome = _WELCOME.format(*(("the releases", "their") if several else ("this release", "its")))
    inner = "".join(map(view.exchange, transcript.exchanges)) or welcome
    return (
        f'<div class="turns" role="log" aria-live="polite" aria-label="Conversation"'
        f' data-state="{state}">{inner}</div>'
    )


class _View:
    """Exchanges as HTML, with the numbers that their citations have in the conversation."""

    def __init__(self, transcript: Transcript, release: Lookup, several: bool) -> None:
        self._numbers = transcript.numbers()
        self._release = release
        self._sources = Sources(release, several)
        self._last = transcript.exchanges[-1] if transcript.exchanges else None

    def exchange(self, exchange: Exchange) -> str:
        question = (
            f'<div class="q"><p>{escape(_shortened(exchange.question))}</p></div>'
            f"{actions.on_question(exchange, last=exchange is self._last)}"
        )
        if exchange.failure is not None:
            reply = f'<div class="a failed" role="alert"><p>{escape(exchange.failure)}</p></div>'
        elif exchange.answer is None:
            reply = '<div class="a waiting"><p>Reading the release …</p></div>'
        elif exchange.answer.status == "answered":
            reply = self._answered(exchange, exchange.answer)
        else:
            reply = self._refused(exchange, exchange.answer)
        return f'<div class="exchange" data-exchange="{exchange.number}">{question}{reply}</div>'

    def _answered(self, exchange: Exchange, answer: Answer) -> str:
        long = " long" if len(answer.answer) > _SHORT else ""
        sources, where = self._sources.below(answer.citations, self._numbers)
        return (
            f'<div class="a"><p class="say{long}">{self._with_chips(answer)}</p>'
            f"{sources}{_read_as(answer)}"
            f'<p class="meta">{where}<span class="sure">{how_sure(answer)}</span>'
            f"{actions.on_answer(exchange, answer.citations, self._release)}</p>"
            f"{actions.reason(exchange)}{_drafted(answer)}</div>"
        )

    def _refused(self, exchange: Exchange, answer: Answer) -> str:
        said, _, why = answer.answer.partition(NOT_IN_RELEASE)
        absent = f'<p class="absent">{escape(why.strip())}</p>' if why.strip() else ""
        closest = "".join(
            f"<li><q>{escape(one_line(citation))}</q>&nbsp;{self._chip(citation)}"
            f'<span class="meta">{self._sources.meta(citation)}</span></li>'
            for citation in answer.related
        )
        beside = f'<p class="closest">What it says that comes closest:</p><ul>{closest}</ul>'
        return (
            f'<div class="a no"><p class="say">{escape(said or NOT_IN_RELEASE)}</p>{absent}'
            f"{beside if closest else ''}{_read_as(answer)}"
            f'<p class="meta">{actions.on_answer(exchange, (), self._release)}</p>'
            f"{actions.reason(exchange)}{_drafted(answer)}</div>"
        )

    def _with_chips(self, answer: Answer) -> str:
        """The answer, statement by statement, each with its chip; a chip without one at the end."""
        if answer.draft and answer.draft.statements:
            return self._written(answer, answer.draft.statements)
        parts: list[str] = []
        at, waiting = 0, ""
        for citation in answer.citations:
            words, chip = given(citation), f"&nbsp;{self._chip(citation)}"
            found = answer.answer.find(words, at)
            if found < 0:
                waiting += chip
                continue
            end = found + len(words)
            end += answer.answer.startswith("”", end)
            statement = escape(answer.answer[at:end].strip("; "))  # each has a line of its own
            parts.append(f'<span class="part">{statement}{chip}</span>')
            at = end
        return " ".join(parts) + escape(answer.answer[at:]) + waiting

    def _written(self, answer: Answer, statements: Sequence[Statement]) -> str:
        """Sentences that a model wrote, each with the chips of what bears it out."""
        cited = {citation.number: citation for citation in answer.citations}
        return " ".join(
            f'<span class="part">{escape(one.text)}'
            + "".join(f"&nbsp;{self._chip(cited[number])}" for number in one.citations)
            + "</span>"
            for one in statements
        )

    def _chip(self, citation: Citation) -> str:
        number = self._numbers[slice_of(citation)]
        return (
            f'<a class="chip" href="#m{number}" data-number="{number}"'
            f' data-quote="{escape(one_line(citation))}"'
            f' data-place="{escape(" · ".join(self._sources.where(citation)))}"'
            f' aria-label="Citation {number}: show in the release">{number}</a>'
        )


def _drafted(answer: Answer) -> str:
    """What became of a model's draft: why it is not the answer, and what was left out of it."""
    draft = answer.draft
    if draft is None:
        return ""
    notice = f'<p class="meta notice">{escape(draft.notice)}</p>' if draft.notice else ""
    rows = "".join(
        f'<li>{escape(one.text)}<span class="meta">{escape(one.reason)}</span></li>'
        for one in draft.dropped
    )
    count = len(draft.dropped)
    title = f"{count} sentence{'s' * (count != 1)} left out: not borne out by the release"
    dropped = f'<details class="dropped"><summary>{title}</summary><ul>{rows}</ul></details>'
    return notice + (dropped if rows else "")


def _read_as(answer: Answer) -> str:
    if answer.standalone_question == answer.question:
        return ""
    return f'<p class="meta read">Read as: {escape(answer.standalone_question)}</p>'


def _shortened(question: str) -> str:
    """A question that is longer than one may be, and so not answered, is not shown to its end."""
    return question if len(question) <= MAX_QUESTION else f"{question[:MAX_QUESTION]} …"
