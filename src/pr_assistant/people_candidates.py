"""The people of a release and what they said as candidates: who, what title, who said what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant import fact_words
from pr_assistant.facts.models import Facts, Organisation, Person, Slice
from pr_assistant.sentences import Span
from pr_assistant.statements import Candidate, Statements, candidate, stems_of
from pr_assistant.words import stem

_ADDRESSED = re.compile(
    r"\b(?:to|told|thanked|assured|reminded)\s+(?:the\s+|its\s+|their\s+|her\s+|his\s+)?(\w+)"
    r"[^.:\n]{0,60}[.:,]\s*[\"“]?$"
)
"""Whom somebody speaks to, right before what is said: "She apologised to customers. “…”"."""
_BEFORE = 160
"""Characters before a quotation that may say so."""
_PRONOUNS = frozenset({"he", "she", "they"})


def of_people(facts: Facts, there: Statements) -> Iterator[Candidate]:
    """Who holds a title, and what title somebody holds."""
    parties = [one for one in facts.organisations if one.party]
    issuer = Slice(parties[0].start, parties[0].end, "") if len(parties) == 1 else None
    for person in facts.people:
        name = Span(person.start, person.end)
        about = there.stems(person.title, person.organisation or (person.title and issuer))
        does = [fact_words.ROLES[role] for role in person.roles]
        if person.title:
            leader = fact_words.LEADER if fact_words.leads(person.title.text) else ""
            does += [fact_words.HOLDER, leader]
        whole = introduced(there, person)
        keys = about | stems_of(" ".join(does))
        if "signed" in person.roles:
            keys |= _signed(there, whole)
            # Of those who signed, one from Acme Asia may be asked for as Acme's.
            signer = _signed(there, whole) | stems_of(fact_words.ROLES["signed"])
            signer |= there.stems(person.organisation)
            yield candidate("signer", [whole], there.of([whole]), signer)
        part = _part(person.organisation, facts)
        yield candidate("person", [whole], there.of([whole]), keys, part)
        if person.title:
            post = [person.title, person.organisation] if person.organisation else [person.title]
            span = _joined(*post)
            about = stems_of(f"{person.name} {fact_words.TITLE}")
            yield candidate("role", [span], there.of([span, name]), about)


def _part(organisation: Slice | None, facts: Facts) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the organisation that one is a part of, and of the rest: of "Acme Asia", Acme and
    Asia."""
    of = " ".join(organisation.text.split()) if organisation else ""
    others = [one for one in facts.organisations if of not in _names(one)]
    wholes = [name for one in others for name in _names(one)]
    within = [one for one in wholes if of.casefold().startswith(f"{one.casefold()} ")]
    longest = max(within, key=len, default=of)
    shortest = min(within, key=len, default=of)
    return stems_of(shortest), stems_of(of[len(longest) :])


def _names(one: Organisation) -> list[str]:
    return [one.name, *(" ".join(alias.text.split()) for alias in one.aliases)]


def of_roles(facts: Facts, there: Statements) -> Iterator[Candidate]:
    """All who did the same, say signed; of everybody and of each organisation."""
    for role in ("signed", "witnessed", "quoted", "contact"):
        those = [person for person in facts.people if role in person.roles]
        groups: dict[frozenset[str], list[Person]] = {}
        for person in those:
            groups.setdefault(there.stems(person.organisation), []).append(person)
            if role == "signed" and (what := _signed(there, introduced(there, person))):
                groups.setdefault(what, []).append(person)
        about = stems_of(fact_words.ROLES[role])
        for keys, people in [(frozenset[str](), those), *groups.items()]:
            if len(people) > 1:
                spans = [introduced(there, person) for person in people]
                yield candidate("people", spans, there.of(spans), about | keys)


def of_bodies(facts: Facts, there: Statements) -> Iterator[Candidate]:
    """All who are of one organisation, or of several that begin with its name."""
    bodies = {name for one in facts.organisations for name in _names(one)}
    groups: dict[str, list[Person]] = {}
    for person in facts.people:
        of = " ".join(person.organisation.text.split()).split() if person.organisation else []
        for count in range(1, len(of) + 1):
            name = " ".join(of[:count])
            begins = count > 1 and of[count - 1] not in _SMALL  # "Acme Cloud", not "Bank of"
            if begins or name in bodies or count == len(of):
                groups.setdefault(name, []).append(person)
    about = stems_of(fact_words.OF_BODY)
    for name, people in groups.items():
        whole = there.stems(people[0].organisation) if _is_whole(name, people) else stems_of(name)
        if len(people) > 1:
            spans = [introduced(there, person) for person in people]
            yield candidate("members", spans, there.of(spans), about | whole)


_SMALL = frozenset("of for and the".split())


def _is_whole(name: str, people: list[Person]) -> bool:
    """Whether a name is the organisation of each of some people, and not how several begin."""
    return all(p.organisation and name == " ".join(p.organisation.text.split()) for p in people)


def _signed(there: Statements, signer: Span) -> frozenset[str]:
    """Stems of what somebody signed, as the sentence that names them has it or as the release calls
    nothing else."""
    named = frozenset[str]().union(*(one.stems for one in there.of([signer])))
    if stem("signed") not in named:
        return frozenset()
    other = fact_words.SIGNED_TOO if fact_words.SIGNED_TOO & named else frozenset[str]()
    return fact_words.SIGNED & (named | (other - stems_of(there.text)))


def of_speech(facts: Facts, there: Statements) -> Iterator[Candidate]:
    """What somebody said, sentence by sentence and as a whole, and who said it."""
    people = {person.name: person for person in facts.people}
    everybody = frozenset[str]().union(*(stems_of(name) for name in people))
    for quotation in facts.quotations:
        person = people.get(quotation.speaker or "")
        who = (
            stems_of(person.name) | there.stems(person.title, person.organisation)
            if person
            else stems_of(quotation.speaker or "")
        )
        words = Span(quotation.start, quotation.end)
        said = there.of([words])
        if len(said) > 1:
            begin = max(0, words.start - _BEFORE)
            addressed = _ADDRESSED.findall(there.text[begin : words.start])
            about = who | stems_of(f"{quotation.quote} {fact_words.SPEECH} {' '.join(addressed)}")
            yield candidate("speech", [words], said, about)
        for one in said:
            piece = Span(max(one.span.start, words.start), min(one.span.end, words.end))
            # Whom the sentence also names did not say it.
            yield candidate("quotation", [piece], [one], who | (one.stems - everybody))
            if named := quotation.attribution:
                name = Span(named.start, named.end)
                if person and named.text.lower() in _PRONOUNS:
                    name = Span(person.start, person.end)
                beside = [other for other in there.of([name]) if other != one]
                whole = introduced(there, person, name) if person else name
                yield candidate("speaker", [whole], [one, *beside], one.stems)


def introduced(there: Statements, person: Person, name: Span | None = None) -> Span:
    """A name with the honorific, title and organisation that stand next to it."""
    span = name or Span(person.start, person.end)
    before = there.text[max(0, span.start - 12) : span.start]
    if person.honorific:
        at = before.rfind(person.honorific)
        if at >= 0 and not before[at + len(person.honorific) :].strip(" ."):
            span = Span(span.start - len(before) + at, span.end)
    for part in (person.title, person.organisation):
        if part is not None:
            other = Span(part.start, part.end)
            joined = _joined(span, other)
            gap = joined.end - joined.start - (span.end - span.start) - (other.end - other.start)
            between = there.text[min(span.end, other.end) : max(span.start, other.start)]
            if -1 < gap <= 8 and "\n" not in between and "." not in between.strip(" ."):
                span = joined
    return span


def _joined(*slices: Slice | Span) -> Span:
    return Span(min(one.start for one in slices), max(one.end for one in slices))
