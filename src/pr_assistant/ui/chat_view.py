"""A `Transcript` → the conversation in the left pane."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pr_assistant.models import Answer, Citation, Release
from pr_assistant.ui.markup import escape
from pr_assistant.ui.places import place, sentence
from pr_assistant.ui.transcript import Exchange, Slice, Transcript, slice_of

Lookup = Callable[[str], Release | None]
"""A release by its id; None where the index has it no longer."""

_WELCOME = (
    '<div class="welcome"><p class="say">Ask this release a question.</p>'
    "<p>You get its own words, each with its place in the text, or a plain “The release does not"
    " say.”</p></div>"
)


def conversation(transcript: Transcript, release: Lookup) -> str:
    """The conversation as HTML. A change of `data-state` makes the page scroll to its end."""
    numbers = transcript.numbers()
    last = transcript.exchanges[-1] if transcript.exchanges else None
    state = f"{last.number}{'?' if last.pending else ''}" if last else "0"
    inner = "".join(_exchange(e, numbers, release) for e in transcript.exchanges) or _WELCOME
    return (
        f'<div class="turns" role="log" aria-live="polite" aria-label="Conversation"'
        f' data-state="{state}">{inner}</div>'
    )


def _exchange(exchange: Exchange, numbers: Mapping[Slice, int], release: Lookup) -> str:
    question = f'<div class="q"><p>{escape(exchange.question)}</p></div>'
    if exchange.failure is not None:
        reply = f'<div class="a failed" role="alert"><p>{escape(exchange.failure)}</p></div>'
    elif exchange.answer is None:
        reply = '<div class="a waiting"><p>Reading the release …</p></div>'
    elif exchange.answer.status == "answered":
        reply = _answered(exchange.answer, numbers, release)
    else:
        reply = _refused(exchange.answer, numbers, release)
    return f'<div class="exchange" data-exchange="{exchange.number}">{question}{reply}</div>'


def _answered(answer: Answer, numbers: Mapping[Slice, int], release: Lookup) -> str:
    long = " long" if len(answer.answer) > 160 else ""
    sources = "".join(_source(c, numbers[slice_of(c)], release) for c in answer.citations)
    return (
        f'<div class="a"><p class="say{long}">{_with_chips(answer, numbers)}</p>'
        f'<ol class="sources">{sources}</ol>{_read_as(answer)}</div>'
    )


def _refused(answer: Answer, numbers: Mapping[Slice, int], release: Lookup) -> str:
    closest = "".join(
        f'<li><q>{escape(" ".join(c.quote.split()))}</q> {_chip(c, numbers[slice_of(c)])}'
        f'<span class="meta">{_meta(c, release)}</span></li>'
        for c in answer.related
    )
    beside = f'<p class="closest">What it says that comes closest:</p><ul>{closest}</ul>'
    return (
        f'<div class="a no"><p class="say">{escape(answer.answer)}</p>'
        f"{beside if closest else ''}{_read_as(answer)}</div>"
    )


def _with_chips(answer: Answer, numbers: Mapping[Slice, int]) -> str:
    """The answer with each chip behind the words it vouches for, or else at the end."""
    parts: list[str] = []
    at, waiting = 0, ""
    for citation in answer.citations:
        quote = " ".join(citation.quote.split())
        chip = _chip(citation, numbers[slice_of(citation)])
        found = answer.answer.find(quote, at)
        if found < 0:
            waiting += f" {chip}"
            continue
        end = found + len(quote)
        end += answer.answer.startswith("”", end)
        parts.append(f"{escape(answer.answer[at:end])} {chip}")
        at = end
    return "".join(parts) + escape(answer.answer[at:]) + waiting


def _chip(citation: Citation, number: int) -> str:
    return (
        f'<a class="chip" href="#m{number}" data-number="{number}"'
        f' data-release="{escape(citation.release_id)}" title="Show in the release"'
        f' aria-label="Citation {number}: show in the release">{number}</a>'
    )


def _source(citation: Citation, number: int, release: Lookup) -> str:
    """The sentence a quote is part of, where that says more than the quote, and its place."""
    around = ""
    if source := release(citation.release_id):
        whole = sentence(source, citation.start, citation.end)
        if whole.end - whole.start > citation.end - citation.start + 2:  # more than its marks
            before = escape(source.text[whole.start : citation.start])
            after = escape(source.text[citation.end : whole.end])
            around = f"<blockquote>{before}<b>{escape(citation.quote)}</b>{after}</blockquote>"
    return (
        f'<li>{around}<span class="meta"><span class="index">{number}</span>'
        f"{_meta(citation, release)}</span></li>"
    )


def _meta(citation: Citation, release: Lookup) -> str:
    source = release(citation.release_id)
    where = place(source, citation.start) if source else citation.section
    said = f"Said by {citation.speaker}" if citation.speaker else "Stated in the release"
    return f"<span>{escape(said)}</span><span>{escape(where)}</span>"


def _read_as(answer: Answer) -> str:
    if answer.standalone_question == answer.question:
        return ""
    return f'<p class="meta read">Read as: {escape(answer.standalone_question)}</p>'
