"""Reads the kinds of release: text files of values, sentences, statements and questions."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("kinds")


@dataclass(frozen=True)
class Ask:
    """Phrasings of a question that the spans marked ``key`` answer; none marked, no answer.

    A list question (``every``) is answered by all its spans, another by the first.
    """

    key: str
    category: str
    phrasings: tuple[str, ...]
    every: bool = False


@dataclass(frozen=True)
class Statement:
    """Something to say: its topic, the sentence, and another wording for "who said that"."""

    topic: str
    sentence: str
    paraphrase: str


@dataclass(frozen=True)
class Kind:
    """One kind of release: values to draw, text to choose from, questions on each fact."""

    name: str
    setup: tuple[str, ...]
    headline: tuple[str, ...]
    lead: tuple[str, ...]
    body: tuple[tuple[str, ...], ...]
    statements: tuple[Statement, ...]
    asks: tuple[Ask, ...]


def _blocks(lines: list[str]) -> tuple[tuple[str, ...], ...]:
    text = "\n".join(lines).strip()
    return tuple(tuple(block.split("\n")) for block in text.split("\n\n") if block.strip())


def _ask(block: tuple[str, ...]) -> Ask:
    key, category = block[0].split()
    return Ask(key.lstrip("*"), category, block[1:], key.startswith("*"))


def _statement(line: str) -> Statement:
    topic, said, paraphrase = (part.strip() for part in line.split(" | "))
    return Statement(topic, said, paraphrase)


@cache
def load(name: str) -> Kind:
    """The kind written in ``kinds/<name>.txt``."""
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            lines = sections.setdefault(line[2:].strip(), [])
        else:
            lines.append(line.rstrip())

    def rows(section: str) -> tuple[str, ...]:
        return tuple(line for line in sections.get(section, []) if line)

    return Kind(
        name=name,
        setup=rows("setup"),
        headline=rows("headline"),
        lead=rows("lead"),
        body=_blocks(sections.get("body", [])),
        statements=tuple(map(_statement, rows("statements"))),
        asks=tuple(map(_ask, _blocks(sections.get("asks", [])))),
    )


def names() -> list[str]:
    """The kinds of release there are; files that start with ``_`` are shared parts."""
    return sorted(file.stem for file in FOLDER.glob("[!_]*.txt"))
