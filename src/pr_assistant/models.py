"""The data that crosses module borders: frozen dataclasses, standard library only.

Offsets count Unicode code points of `Release.text`. For every `Section`, `Passage` and
`Citation` the slice `release.text[start:end]` is exactly the text it stands for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any, Literal

SectionKind = Literal["metadata", "title", "body", "boilerplate", "contact", "note"]
Status = Literal["answered", "not_in_release"]

SCHEMA = 1
"""Version of the JSON form of an `Answer`."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when the release was issued, as far as it says so."""

    place: str | None = None
    date: date | None = None
    newswire: str | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A run of paragraphs with one role. `heading` is None where the release gives none."""

    kind: SectionKind
    start: int
    end: int
    heading: str | None = None

    @property
    def name(self) -> str:
        """What a reader calls this section: its heading, or else its role."""
        return self.heading or self.kind


@dataclass(frozen=True, slots=True)
class Release:
    """A press release: its text, normalised once and immutable, and how it is built.

    `id` is the path below the corpus folder, without its suffix; `sha256` is of the file's bytes.
    """

    id: str
    text: str
    title: str
    sha256: str
    sections: tuple[Section, ...] = ()
    dateline: Dateline = field(default_factory=Dateline)


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice of a release small enough to be embedded whole."""

    release_id: str
    start: int
    end: int
    text: str
    section: str
    title: str
    """Of its release."""
    number: int = 0
    """Row in the catalog; 0 until it is catalogued. Never used twice."""


@dataclass(frozen=True, slots=True)
class ScoredPassage:
    """A passage with what each search said of it; higher is better, None is "not found"."""

    passage: Passage
    score: float
    """Fused score, in (0, 1]."""
    bm25: float | None = None
    cosine: float | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words of a release that an answer rests on."""

    number: int
    release_id: str
    title: str
    section: str
    start: int
    end: int
    quote: str
    speaker: str | None = None
    quoted: bool = False
    """Whether the words that answer stand between quotation marks; then somebody says them, named
    or not."""
    exact: tuple[tuple[int, int], ...] = ()
    """(start, end) of the words in the quote that are the answer; none: the quote as a whole."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation and, where it is known, what was answered."""

    question: str
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What goes into the chain: a question, and the turns before it, oldest first."""

    text: str
    history: tuple[Turn, ...] = ()
    id: str | int | None = None
    """Whatever the caller knows it by; the answer carries it."""
    release_id: str | None = None
    """The one release that is asked; None: all."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A verified sentence that a language model wrote, and the numbers of its citations."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that a language model wrote and the release does not bear out, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What became of a language model's draft of an answer."""

    model: str
    statements: tuple[Statement, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    notice: str | None = None
    """Why the answer is not the model's, if it is not."""
    tokens: tuple[int, int] | None = None
    """Read and written, as far as the provider counts them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes out: the release's own words with their citations, or "not in the release"."""

    question: str
    standalone_question: str
    status: Status
    answer: str
    confidence: float
    citations: tuple[Citation, ...] = ()
    related: tuple[Citation, ...] = ()
    engine: str = "extractive"
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    id: str | int | None = None
    draft: Draft | None = None
    """Where a language model was asked."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, as documented in docs/cli.md."""
        body = asdict(replace(self, timings_ms={}))
        for citation in (*body["citations"], *body["related"]):
            del citation["quoted"]  # for those who word an answer; it shows in the wording
        body["timings_ms"] = dict(self.timings_ms)
        order = "id question standalone_question status answer confidence citations related"
        answer = {key: body[key] for key in f"{order} engine timings_ms".split()}
        return {"schema": SCHEMA} | answer | ({"draft": body["draft"]} if self.draft else {})


@dataclass(frozen=True, slots=True)
class FileFailure:
    """A file of the corpus that could not be read, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unreachable(FileFailure):
    """A file or folder that the system did not let us look at: what is there may be as it was."""

    def hides(self, path: str) -> bool:
        """Whether it is, or holds, what lies at `path` below the corpus folder."""
        return path == self.path or path.startswith(f"{self.path}/")


@dataclass(frozen=True, slots=True)
class PassedOver(FileFailure):
    """A file that may be meant as a release and is no plain text: said, and no failure."""


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What one run of indexing did. Counts are of releases unless they say passages."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    passages: int = 0
    """Passages in the index after the run."""
    embedded: int = 0
    """Passages embedded in this run."""
    rebuilt: bool = False
    """Whether the vector index was built anew from the catalog."""
    facts: Mapping[str, int] = field(default_factory=dict)
    """Facts in the index after the run, by kind."""
    failures: tuple[FileFailure, ...] = ()
    seconds: float = 0.0


def whole_characters(text: str) -> str:
    """The text without lone surrogates, halves of characters that nothing can write down."""
    return text.encode("utf-8", "replace").decode()
