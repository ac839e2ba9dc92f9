"""The table of sentences that are borne out by a release, and of altered ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from support import CORPUS, OTHER_RELEASES

from pr_assistant import facts, releases
from pr_assistant.grounding.verifying import Verifier
from pr_assistant.models import Passage, Release

TABLE = Path(__file__).parent / "grounding_cases.txt"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence about a release; `alteration` is None for a faithful one."""

    release_id: str
    text: str
    alteration: str | None


def table() -> Iterator[Sentence]:
    home = ""
    for line in TABLE.read_text("utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "=":
            home = rest
        elif mark == "+":
            yield Sentence(home, rest, None)
        elif mark == "-":
            kind, _, text = rest.partition(": ")
            yield Sentence(home, text, kind)


@lru_cache
def release(release_id: str) -> Release:
    """A release of the tests or of the eval suite."""
    path = next(p for d in (CORPUS, OTHER_RELEASES) for p in d.glob(f"{release_id}.txt"))
    return releases.parse(path.read_bytes(), release_id)


def passages(source: Release) -> list[Passage]:
    """Each section of a release as a passage."""
    return [
        Passage(source.id, *section_span, source.text[slice(*section_span)], name, source.title)
        for name, section_span in ((s.name, (s.start, s.end)) for s in source.sections)
    ]


@lru_cache
def verifier(release_id: str) -> Verifier:
    """Holds sentences against the whole of a release: more than any draft is written from."""
    source = release(release_id)
    return Verifier(passages(source), {source.id: source}.get, lambda _: facts.read(source))
