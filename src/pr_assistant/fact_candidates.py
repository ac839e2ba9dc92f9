"""The facts of a release as candidates: who, what title, who said what, how much, when, which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pr_assistant import fact_words, sentences
from pr_assistant.facts.models import Facts, Figure, Organisation, Person, Slice
from pr_assistant.sentences import Span
from pr_assistant.statements import Candidate, Statements, candidate, stems_of
from pr_assistant.whole_release import of_whole

_NEAR = 90
"""Characters on either side of a figure or date that say what it is about."""
_LEADING = 24
"""Characters between a figure and what it is of, where a figure is given with that before it."""
_HEADING = 6
"""Words of a sentence that heads the item of a list."""
_JOINED = 8
"""Words of what a figure counts that are given with it."""


def of_facts(facts: Facts, there: Statements) -> Iterator[Candidate]:
    """All of them, in no order."""
    yield from _people(facts, there)
    yield from _roles(facts, there)
    yield from _speech(facts, there)
    yield from _figures(facts, there)
    yield from _dates(facts, there)
    yield from _dateline(facts, there)
    yield from _terms(facts, there)
    yield from _lists(facts, there)
    yield from _parties(facts, there)
    yield from _contacts(facts, there)
    people = [_introduced(there, person) for person in facts.people]
    described = [_described(there, one) for one in facts.figures]
    yield from of_whole(facts, there, people, [span for span in described if span])


def _people(facts: Facts, there: Statements) -> Iterator[Candidate]:
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
        whole = _introduced(there, person)
        keys = about | stems_of(" ".join(does))
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


def _roles(facts: Facts, there: Statements) -> Iterator[Candidate]:
    """All who did the same, say signed; of everybody and of each organisation."""
    for role in ("signed", "witnessed", "quoted", "contact"):
        those = [person for person in facts.people if role in person.roles]
        groups: dict[frozenset[str], list[Person]] = {}
        for person in those:
            groups.setdefault(there.stems(person.organisation), []).append(person)
        about = stems_of(fact_words.ROLES[role])
        for keys, people in [(frozenset[str](), those), *groups.items()]:
            if len(people) > 1:
                spans = [_introduced(there, person) for person in people]
                yield candidate("people", spans, there.of(spans), about | keys)


def _speech(facts: Facts, there: Statements) -> Iterator[Candidate]:
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
            about = who | stems_of(f"{quotation.quote} {fact_words.SPEECH}")
            yield candidate("speech", [words], said, about)
        for one in said:
            piece = Span(max(one.span.start, words.start), min(one.span.end, words.end))
            # Whom the sentence also names did not say it.
            yield candidate("quotation", [piece], [one], who | (one.stems - everybody))
            if named := quotation.attribution:
                name = Span(named.start, named.end)
                beside = [other for other in there.of([name]) if other != one]
                whole = _introduced(there, person, name) if person else name
                yield candidate("speaker", [whole], [one, *beside], one.stems)


def _figures(facts: Facts, there: Statements) -> Iterator[Candidate]:
    figures = facts.figures
    for figure in figures:
        span = Span(figure.start, figure.end)
        others = [Span(f.start, f.end) for f in figures if f is not figure]
        about = _around(there, span, others) | there.stems(figure.measures)
        kind = {"%": "percent", "rank": "rank"}.get(figure.unit or "", "number")
        given = _counted(figure)
        yield candidate(kind, [given], there.of([given]), about)


def _counted(figure: Figure) -> Span:
    """A figure with what it counts, if that stands right behind it."""
    counted = figure.measures
    near = counted and 0 <= counted.start - figure.end <= 1
    if counted and near and len(counted.text.split()) <= _JOINED:
        return Span(figure.start, counted.end)
    return Span(figure.start, figure.end)


def _described(there: Statements, figure: Figure) -> Span | None:
    """A figure with what it is of, if that stands right before or behind it."""
    of, counted = figure.measures, _counted(figure)
    if of and 0 < figure.start - of.end <= _LEADING:
        between = there.text[of.end : figure.start]
        return None if "\n" in between else Span(of.start, counted.end)
    return counted if counted.end > figure.end else None


def _dates(facts: Facts, there: Statements) -> Iterator[Candidate]:
    dates = facts.dates
    for date in dates:
        span = Span(date.start, date.end)
        others = [Span(d.start, d.end) for d in dates if d is not date]
        about = _around(there, span, others) | there.stems(date.event)
        yield candidate("date", [span], there.of([span]), about)


def _dateline(facts: Facts, there: Statements) -> Iterator[Candidate]:
    """Where and when the release was issued; each of its place and newswire by itself, too."""
    head = facts.dateline
    named = (
        ("place", head.place, fact_words.PLACE),
        ("newswire", head.newswire, fact_words.NEWSWIRE),
    )
    whole = Span(head.start, head.end)
    for one in there.of([whole]):
        yield candidate("dateline", [whole], [one], stems_of(fact_words.RELEASE))
        for kind, written, wanted in named:
            at = one.text.find(written) if written else -1
            if written and at >= 0:
                begin = one.span.start + at
                about = stems_of(f"{wanted} {written}")  # for which its kind may be misspelt
                yield candidate(kind, [Span(begin, begin + len(written))], [one], about)


def _terms(facts: Facts, there: Statements) -> Iterator[Candidate]:
    """What short forms stand for."""
    for term in facts.terms:
        if term.expansion:
            span = Span(term.expansion.start, term.expansion.end)
            about = stems_of(f"{term.term} {fact_words.EXPANSION}")
            yield candidate("expansion", [span], there.of([span]), about)


def _lists(facts: Facts, there: Statements) -> Iterator[Candidate]:
    for one in facts.enumerations:
        if one.items:
            items = list(map(_headed, one.items))
            announced = Span(one.start, one.end)
            # That more was announced than is named shows by its number.
            given = [announced, *items] if (one.count or 0) > one.named else items
            about = stems_of(one.announced)
            yield candidate("list", given, there.of([announced, *items]), about)


def _headed(item: Slice) -> Span:
    """An item, or the few words that head its sentences: "Joint research. The two will …"."""
    first, *more = sentences.split(item.text)
    if more and len(item.text[slice(*first)].split()) <= _HEADING:
        end = item.start + len(item.text[: first.end].rstrip(" .:"))
        return Span(item.start + first.start, end)
    return Span(item.start, item.end)


def _parties(facts: Facts, there: Statements) -> Iterator[Candidate]:
    """Whose news it is."""
    spans = [Span(one.start, one.end) for one in facts.organisations if one.party]
    if spans:
        yield candidate("parties", spans, there.of(spans), stems_of(fact_words.PARTIES))


def _contacts(facts: Facts, there: Statements) -> Iterator[Candidate]:
    for one in facts.contacts:
        span = Span(one.start, one.end)
        yield candidate("contact", [span], there.of([span]), stems_of(fact_words.CONTACT))


def _around(there: Statements, span: Span, others: Iterable[Span]) -> frozenset[str]:
    """Stems near a span, no further than the next one of its kind or its sentence."""
    home = there.of([span])
    start = max([span.start - _NEAR, *(one.span.start for one in home[:1])])
    end = min([span.end + _NEAR, *(one.span.end for one in home[-1:])])
    for other in others:
        if other.end <= span.start:
            start = max(start, other.end)
        elif other.start >= span.end:
            end = min(end, other.start)
    return stems_of(there.text[start : span.start]) | stems_of(there.text[span.end : end])


def _introduced(there: Statements, person: Person, name: Span | None = None) -> Span:
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
