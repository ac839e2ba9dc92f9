"""Where the quotes of an answer stand: the sentence around each, its speaker and its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pr_assistant.models import Citation
from pr_assistant.ui.markup import escape
from pr_assistant.ui.places import place, sentence
from pr_assistant.ui.reference import Lookup
from pr_assistant.ui.transcript import Slice, slice_of


class Sources:
    """Citations as HTML; where there are `several` releases to ask, each names its own."""

    def __init__(self, release: Lookup, several: bool) -> None:
        self._release = release
        self._several = several

    def below(self, citations: Sequence[Citation], numbers: Mapping[Slice, int]) -> tuple[str, str]:
        """The quotations, each with where it stands; quotes of one place share a line. Where a
        single one stands is given by itself, for the line below it."""
        rows: list[tuple[str, str, list[int]]] = []
        for citation in citations:
            around, meta = self._around(citation), self.meta(citation)
            if not rows or around or rows[-1][1] != meta:
                rows.append((around, meta, []))
            rows[-1][2].append(numbers[slice_of(citation)])
        if len(rows) == 1:
            return rows[0][0], rows[0][1]
        inner = "".join(
            f'<li>{around}<span class="meta"><span class="index">{" ".join(map(str, cited))}</span>'
            f"{meta}</span></li>"
            for around, meta, cited in rows
        )
        return f'<ol class="sources">{inner}</ol>', ""

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

    def where(self, citation: Citation) -> list[str]:
        """Who says so and where it stands; where releases must be told apart, in which, too."""
        source = self._release(citation.release_id)
        stated = "Quoted in the release" if citation.quoted else "Stated in the release"
        said = f"Said by {citation.speaker}" if citation.speaker else stated
        where = place(source, citation.start) if source else citation.section
        return [f"{said} · {where}", *([citation.title] if self._several else [])]

    def meta(self, citation: Citation) -> str:
        where, *title = map(escape, self.where(citation))
        told = (f'<span class="from" title="{one}">{one}</span>' for one in title)
        return f"<span>{where}</span>{''.join(told)}"


def one_line(citation: Citation) -> str:
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
