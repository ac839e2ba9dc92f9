"""Where a name stands in a text, whatever white space is between its words.

Names differ from release to release: a pattern compiled for each would cost more than the search,
and push the patterns that stay out of the cache of `re`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pr_assistant.sentences import Span


def occurrences(text: str, name: str, begin: int = 0) -> Iterator[Span]:
    """Each place from `begin` on where the words of `name` stand, no letter, digit or underscore
    touching them."""
    first, *rest = name.split() or [""]
    at = text.find(first, begin) if first else -1
    while at >= 0:
        end = _rest(text, at + len(first), rest)
        if end and not _is_word(text, at - 1) and not _is_word(text, end):
            yield Span(at, end)
            at = text.find(first, end)
        else:
            at = text.find(first, at + 1)


def _rest(text: str, at: int, words: list[str]) -> int:
    """Where `words` end that stand at `at`, each after white space; 0 if they do not."""
    for word in words:
        start = at
        while text[start : start + 1].isspace():
            start += 1
        if start == at or not text.startswith(word, start):
            return 0
        at = start + len(word)
    return at


def _is_word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")


def lowered(text: str) -> str:
    """The text in lower case, character by character, so that places stay the same."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
