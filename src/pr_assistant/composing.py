"""Citations → the text of an answer; and what is said where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pr_assistant.models import Answer, Citation, Statement

NOT_IN_RELEASE = "The release does not say."

NOT_ENGLISH = "I found no answer, but without a language model I read English only. Ask in English."

UNNAMED = "Somebody quoted in the release"
"""Who says what stands between quotation marks without a speaker who is certain."""


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


def growing(whole: Answer) -> Iterator[Answer]:
    """An answer statement by statement; each is verified, the last is whole."""
    for count in range(1, len(whole.citations)):
        citations = whole.citations[:count]
        if text := compose(citations, among=whole.citations):
            yield replace(whole, answer=text, citations=citations)
    yield whole


def written_out(statements: Sequence[Statement]) -> str:
    """Sentences that a model wrote, each with the numbers of its citations."""
    return " ".join(f"{one.text} {''.join(f'[{n}]' for n in one.citations)}" for one in statements)


def refusal(absent: Sequence[str] = ()) -> str:
    """That the release does not say, and which names of the question it does not even mention."""
    names = " or ".join(f"“{name}”" for name in absent)
    return f"{NOT_IN_RELEASE} It does not mention {names}." if names else NOT_IN_RELEASE
