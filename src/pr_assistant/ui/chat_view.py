"""A `Transcript` → the conversation in the left pane."""

from __future__ import annotations

from collections.abc import Sequence

from pr_assistant.composing import NOT_IN_RELEASE, given
from pr_assistant.models import Answer, Citation, Statement
from pr_assistant.ui import actions
from pr_assistant.ui.markup import escape
from pr_assistant.ui.places import place, sentence
from pr_assistant.ui.reference import Lookup
from pr_assistant.ui.transcript import Exchange, Transcript, slice_of
from pr_assistant.ui.wording import how_sure

_SHORT = 160
"""Characters of an answer that is set large."""

_WELCOME = (
    '<div class="welcome"><p class="say">Ask this release a question.</p>'
    "<p>You get its own words, each with its place in the text, or a plain “The release does not"
    " say.” It finds and quotes; it does not compute, judge or know anything else.</p></div>"
)


def conversation(transcript: Transcript, release: Lookup, several: bool = False) -> str:
    """The conversation as HTML. A change of `data-state` makes the page scroll to its end.

    With `several` releases to ask, each citation names its own.
    """
    view = _View(transcript, release, several)
    last = transcript.exchanges[-1] if transcript.exchanges else None
    state = f"{last.number}{'?' if last.pending else ''}" if last else "0"
    inner = "".join(map(view.exchange, transcript.exchanges)) or _WELCOME
    return (
        f'<div class="turns" role="log" aria-live="polite" aria-label="Conversation"'
        f' data-state="{state}">{inner}</div>'
    )


class _View:
    """Exchanges as HTML, with the numbers that their citations have in the conversation."""

    def __init__(self, transcript: Transcript, release: Lookup, several: bool) -> None:
        self._numbers = transcript.numbers()
        self._release = release
        self._last = transcript.exchanges[-1] if transcript.exchanges else None
        self._several = several

    def exchange(self, exchange: Exchange) -> str:
        question = (
            f'<div class="q"><p>{escape(exchange.question)}</p></div>'
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
        return (
            f'<div class="a"><p class="say{long}">{self._with_chips(answer)}</p>'
            f"{self._sources(answer)}{_read_as(answer)}"
            f'<p class="meta"><span class="sure">{how_sure(answer)}</span>'
            f"{actions.on_answer(exchange, answer.citations, self._release)}</p>"
            f"{actions.reason(exchange)}{_drafted(answer)}</div>"
        )

    def _refused(self, exchange: Exchange, answer: Answer) -> str:
        said, _, why = answer.answer.partition(NOT_IN_RELEASE)
        absent = f'<p class="absent">{escape(why.strip())}</p>' if why.strip() else ""
        closest = "".join(
            f"<li><q>{escape(_one_line(citation))}</q>&nbsp;{self._chip(citation)}"
            f'<span class="meta">{self._meta(citation)}</span></li>'
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
            statement = escape(answer.answer[at:end].strip())
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
            f' data-quote="{escape(_one_line(citation))}"'
            f' data-place="{escape(" · ".join(self._where(citation)))}"'
            f' aria-label="Citation {number}: show in the release">{number}</a>'
        )

    def _sources(self, answer: Answer) -> str:
        """Where each quote stands; quotes of one place share a line."""
        rows: list[tuple[str, str, list[int]]] = []
        for citation in answer.citations:
            around, meta = self._around(citation), self._meta(citation)
            if not rows or around or rows[-1][1] != meta:
                rows.append((around, meta, []))
            rows[-1][2].append(self._numbers[slice_of(citation)])
        inner = "".join(
            f'<li>{around}<span class="meta"><span class="index">{" ".join(map(str, cited))}</span>'
            f"{meta}</span></li>"
            for around, meta, cited in rows
        )
        return f'<ol class="sources">{inner}</ol>'

    def _around(self, citation: Citation) -> str:
        """The sentence that the words given are part of, where it says more than they do."""
        if citation.exact:
            return _quotation(_with_exact(citation), citation.quote)
        source = self._release(citation.release_id)
        if source is None:
            return ""
        whole = sentence(source, citation.start, citation.end)
        if whole.end - whole.start <= citation.end - citation.start + 2:  # no more than its marks
            return ""
        before = escape(source.text[whole.start : citation.start])
        after = escape(source.text[citation.end : whole.end])
        inner = f"{before}<b>{escape(citation.quote)}</b>{after}"
        return _quotation(inner, source.text[whole.start : whole.end])

    def _where(self, citation: Citation) -> list[str]:
        """Who says so and where it stands; where releases must be told apart, in which, too."""
        source = self._release(citation.release_id)
        stated = "Quoted in the release" if citation.quoted else "Stated in the release"
        said = f"Said by {citation.speaker}" if citation.speaker else stated
        where = place(source, citation.start) if source else citation.section
        return [f"{said} · {where}", *([citation.title] if self._several else [])]

    def _meta(self, citation: Citation) -> str:
        where, *title = map(escape, self._where(citation))
        told = (f'<span class="from" title="{one}">{one}</span>' for one in title)
        return f"<span>{where}</span>{''.join(told)}"


def _one_line(citation: Citation) -> str:
    """A quote as an answer gives it: without the line breaks of the release."""
    return " ".join(citation.quote.split())


def _quotation(inner: str, words: str) -> str:
    """A quotation; words without quotation marks of their own get some."""
    bare = "" if any(sign in words for sign in '“”"') else ' class="bare"'
    return f"<blockquote{bare}>{inner}</blockquote>"


def _with_exact(citation: Citation) -> str:
    """A quote with the words that answer in bold."""
    parts: list[str] = []
    at = citation.start
    for start, end in citation.exact:
        before, words = (citation.quote[slice(*span)] for span in (
            (at - citation.start, start - citation.start),
            (start - citation.start, end - citation.start),
        ))  # fmt: skip
        parts.append(f"{escape(before)}<b>{escape(words)}</b>")
        at = end
    return "".join(parts) + escape(citation.quote[at - citation.start :])


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
