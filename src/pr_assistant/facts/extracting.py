"""A `Release` → its `Facts`: each kind read by its own module, in the order that they need."""

from __future__ import annotations

from functools import lru_cache

from pr_assistant.facts import (
    contacts,
    dates,
    enumerations,
    figures,
    headliners,
    organisation_names,
    organisations,
    people,
    roles,
    speech,
    terms,
)
from pr_assistant.facts.layout import lay_out
from pr_assistant.facts.models import Facts
from pr_assistant.models import Release
from pr_assistant.sentences import Span

MAX_CHARACTERS = 500_000
"""A release has some ten thousand; nothing is read of a longer text."""


@lru_cache(maxsize=32)
def extract(release: Release) -> Facts:
    """The facts of a release. Pure: the same release has the same facts."""
    if len(release.text) > MAX_CHARACTERS:
        return Facts(release.id, release.title, release.dateline)
    layout = lay_out(release)
    text = release.text
    dateline = layout.dateline
    links = contacts.links(text)
    masked = contacts.unreadable(text, links)
    headed = [Span(d.start, d.end) for d in (dateline, release.dateline) if d.end > d.start]
    embargo = contacts.embargo(layout)
    if embargo:
        headed.append(Span(embargo.start, embargo.end))
    dated = dates.read(layout, dateline.date, headed, masked)
    counted = figures.read(
        layout, dateline.place, [*masked, *headed, *(Span(d.start, d.end) for d in dated)]
    )
    defined = terms.read(text)
    names = organisation_names.known_names(layout, defined)
    known = frozenset(n.lower() for name, aliases in names.items() for n in (name, *aliases))
    persons = people.read(layout, known)
    quotations = speech.read(layout, persons)
    speakers = frozenset(q.speaker for q in quotations if q.speaker)
    persons = roles.with_roles(layout, persons, speakers)
    described = [p.organisation for p in persons if p.organisation]
    people_named = [p.name for p in persons]
    for name in headliners.headliners(layout, release.title, people_named):
        names.setdefault(name, [])
    return Facts(
        release_id=release.id,
        title=release.title,
        dateline=dateline,
        organisations=organisations.read(layout, names, described, people_named),
        people=tuple(persons),
        quotations=tuple(quotations),
        figures=tuple(counted),
        dates=tuple(dated),
        enumerations=tuple(enumerations.read(layout)),
        terms=defined,
        contacts=contacts.contacts(layout),
        boilerplate=organisation_names.boilerplate(layout),
        embargo=embargo,
        links=links,
    )
