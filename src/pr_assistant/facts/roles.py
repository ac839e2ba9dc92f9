"""What people do in a release: sign, witness, speak, answer questions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from pr_assistant.facts.layout import Layout
from pr_assistant.facts.models import Person, Role
from pr_assistant.sentences import Span

_SIGNING = re.compile(r"\bsign(?:ed|s|ing)?\b", re.IGNORECASE)
_CEREMONY = frozenset(
    "sign signed signs signing witness witnessed witnesses witnessing presence".split()
)
_PASSIVE = re.compile(
    r"\s+(?:(?:\S+\s+){0,6}?|(?:(?!(?:which|that|who|and|\w+ed)\b)[^\s,;]+\s+){0,12}?)by\b"
)
""" "was signed in the Corn Exchange on 20 November by"."""
_WITNESSING = re.compile(
    r"\bwitness(?:ed|es|ing)?\b|\bin (?:the )?presence of\b|\bunder the witness of\b", re.IGNORECASE
)


def with_roles(layout: Layout, people: Iterable[Person], speakers: frozenset[str]) -> list[Person]:
    """The same people with what they do in the release."""
    signing, witnessing = _ceremony(layout)
    done = []
    for person in people:
        roles: list[Role] = []
        for role, spans in (("signed", signing), ("witnessed", witnessing)):
            if any(s.start <= m.start < s.end for s in spans for m in person.mentions):
                roles.append(role)  # type: ignore[arg-type]
        if person.name in speakers:
            roles.append("quoted")
        if "contact" in person.roles:
            roles.append("contact")
        done.append(
            Person(
                person.start, person.end, person.name, person.honorific, person.title,
                person.organisation, tuple(roles), person.mentions,
            )
        )  # fmt: skip
    return done


def _ceremony(layout: Layout) -> tuple[list[Span], list[Span]]:
    """The parts of sentences that name who signs, and who witnesses it."""
    text = layout.text
    signing: list[Span] = []
    witnessing: list[Span] = []
    for sentence in layout.sentences:
        if layout.kind(sentence.start) not in ("body", "title"):
            continue
        if _CEREMONY.isdisjoint(layout.words(sentence)):
            continue
        words = sorted(
            [(m.start(), m.end(), signing) for m in _SIGNING.finditer(text, *sentence)
             if not layout.quotation(m.start())]
            + [(m.start(), m.end(), witnessing) for m in _WITNESSING.finditer(text, *sentence)
               if not layout.quotation(m.start())],
            key=lambda w: w[0],
        )  # fmt: skip
        borders = [*(w[0] for w in words), sentence.end]
        for (start, end, kind), (_, following) in zip(words, pairwise(borders), strict=True):
            passive = _PASSIVE.match(text, end, following)
            if (
                text[start:end].lower().startswith(("in the presence", "in presence", "under"))
                or passive
            ):
                kind.append(Span(end, following))
            elif text[start:end].lower() in ("signed", "witnessed", "signs"):
                kind.append(Span(sentence.start, start))
                if text[start:end].lower() == "signed" and re.match(
                    r"\s+for\b", text[end : end + 5]
                ):
                    rest = re.compile(r"\s+for\b[^.;]*").match(text, end, following)
                    kind.append(Span(end, rest.end() if rest else end))
    return signing, witnessing
