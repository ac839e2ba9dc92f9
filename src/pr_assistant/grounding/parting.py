"""A sentence that joins two clauses → both, each a sentence of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.grounding import naming, tokens


def joined_clauses(text: str) -> Iterator[tuple[str, str]]:
    """A sentence as two, wherever it joins two clauses; the second gets the subject it shares."""
    for match in _JOIN.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        if min(len(left.split()), len(right.split())) < _CLAUSE_WORDS or not _VERB.search(left):
            continue
        words = tokens.read(left)
        run = next(iter(naming.runs(left, words)), None)
        own = next(iter(naming.runs(right, tokens.read(right))), None)
        if own and own.start <= len("the "):
            if _VERB.search(right):
                yield left, right
        elif run and run.start <= len("the ") and not _NOUN.match(right):
            yield left, f"{left[: run.tokens[-1].end]} {right}"


_NOUN = re.compile(r"(?:its|their|his|her|the|an?)\b", re.IGNORECASE)
"""What opens a noun, not what somebody does."""
_JOIN = re.compile(r"(?:,|;)?\s+(?:and|but|while|whereas)\s+|;\s+", re.IGNORECASE)
_CLAUSE_WORDS = 3
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|does|did|[a-z]{3,}ed|employs|owns|makes|sells"
    r"|has|runs|holds|operates|ranks|carries|costs|weighs|gives|began|became|rose|fell|grew|took)\b"
)
"""What tells a clause from a name with its title: without it, nothing is parted."""
