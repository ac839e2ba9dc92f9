"""A release being written: its names, figures and people, and what may be asked of it."""

import dataclasses
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from training.domain import figures, vocabulary
from training.domain.kinds import Ask, Kind
from training.domain.names import Namer, Organisation, Person
from training.domain.template import expand

YEAR = 2025


@dataclass(frozen=True)
class Member:
    """A person in a post: ``role`` is a name in ``people.ROLES``, ``organisation`` a value key."""

    person: Person
    role: str
    title: str
    organisation: str


@dataclass
class Draft:
    """What one release is about. ``values`` maps keys to text; ``names`` to the kind of name."""

    rng: random.Random
    held: bool
    namer: Namer
    year: int
    values: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Member] = field(default_factory=dict)
    introduced: set[str] = field(default_factory=set)
    asks: list[Ask] = field(default_factory=list)

    @classmethod
    def start(cls, rng: random.Random, held: bool) -> "Draft":
        """An empty one."""
        return cls(rng, held, Namer(rng, held), YEAR - rng.choice((0, 0, 1, 2, 3, 5)))

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def add_organisation(self, key: str, organisation: Organisation) -> None:
        """Puts in ``key`` (short name) and ``key.full``."""
        self.organisations[key] = organisation
        self.values[key] = organisation.short
        self.values[f"{key}.full"] = organisation.full
        self.names[key] = self.names[f"{key}.full"] = "org"

    def write(self, text: str) -> str:
        """``text`` with its tokens replaced by marked or plain values."""
        return expand(text, self.rng, self._value)

    def plain(self, text: str, values: dict[str, str] | None = None) -> str:
        """``text`` with its tokens replaced by plain values, of ``values`` first: a question."""
        known = self.values if values is None else {**self.values, **values}
        return expand(text, self.rng, lambda _sigil, key: known[key])

    def mention(self, key: str, extra: str = "") -> str:
        """Person ``key``: with post and organisation the first time, by surname after that."""
        member = self.people[key]
        marks = f"{extra}," if extra else ""
        if key in self.introduced:
            return f"[{marks}{key}.name:{member.person.later}]" if extra else member.person.later
        self.introduced.add(key)
        name = f"[{marks}{key}:{member.person.full}]"
        organisation = self.values[member.organisation]
        role = f"[{key}.role:{member.title}]"
        return self.rng.choice(
            (
                f"{name}, [{key}.is:{role} of {organisation}],",
                f"{name}, [{key}.is:{role} at {organisation}],",
                f"[{key}.is:{organisation}'s {role}], {name},",
                f"[{key}.is:{organisation} {role}] {name}",
                f"{name}, [{key}.is:{organisation}'s {role}],",
            )
        )

    def _value(self, sigil: str, key: str) -> str:
        if sigil == "@":
            person, _, extra = key.partition(":")
            return self.mention(person, extra)
        text = self.values[key]
        return text if sigil == "=" else f"[{key}:{text}]"


def _count(draft: Draft, low: str, high: str) -> str:
    return figures.count(draft.rng, int(low), int(high))


def _money(draft: Draft, low: str, high: str, exactly: str = "") -> str:
    currency = draft.values.setdefault("currency", draft.rng.choice(figures.CURRENCIES))
    return figures.money(draft.rng, float(low), float(high), currency, bool(exactly))


def _percent(draft: Draft, low: str = "1", high: str = "40") -> str:
    return figures.percent(draft.rng, float(low), float(high))


def _year(draft: Draft, low: str, high: str) -> str:
    return str(draft.rng.randint(int(low), int(high)))


def _words(name: str) -> Callable[[Draft], str]:
    return lambda draft: draft.namer.of(getattr(vocabulary, name))


def _exact(draft: Draft, low: str, high: str) -> str:
    return figures.exact(draft.rng, int(low), int(high))


DRAWS: dict[str, Callable[..., str]] = {
    "count": _count,
    "exact": _exact,
    "years": lambda draft, low, high: f"{_exact(draft, low, high)} years",
    "money": _money,
    "percent": _percent,
    "range": lambda draft: figures.span_of_percent(draft.rng),
    "rank": lambda draft: figures.rank(draft.rng),
    "year": _year,
    "date": lambda draft, later="0": figures.date(draft.rng, draft.year + int(later)),
    "period": lambda draft, later="1": figures.period(draft.rng, draft.year + int(later)),
    "clock": lambda draft: figures.clock(draft.rng),
    "duration": lambda draft, low="2", high="15": figures.duration(draft.rng, int(low), int(high)),
    "city": _words("CITIES"),
    "country": _words("COUNTRIES"),
    "topic": _words("TOPICS"),
    "scheme": _words("SCHEME_WORDS"),
    "subject": _words("ACADEMY"),
    "product": lambda draft: draft.namer.product(),
    "name": lambda draft: draft.namer.person().full,
}
NAMED = {"city": "city", "product": "product", "name": "person", "scheme": "scheme"}


def draw(draft: Draft, kind: Kind, roles: Callable[[Draft, str, str, str], None]) -> None:
    """Draws the values of ``kind``; ``roles`` is called for each person."""
    for line in kind.setup:
        key, _, spec = (part.strip() for part in line.partition(" = "))
        command, *rest = spec.split()
        if command in ("company", "institution", "authority", "council", "union"):
            draft.add_organisation(key, getattr(draft.namer, command)())
        elif command == "either":
            name = draft.rng.choice((draft.namer.company, draft.namer.institution))
            draft.add_organisation(key, name())
        elif command == "person":
            roles(draft, key, rest[0], rest[1])
        elif command in DRAWS:
            draft.values[key] = unused(draft, lambda c=command, r=rest: DRAWS[c](draft, *r))  # type: ignore[misc]
            if command in NAMED:
                draft.names[key] = NAMED[command]
        else:
            draft.values[key] = draft.plain(spec)


def unused(draft: Draft, value: Callable[[], str]) -> str:
    """A drawn value that no other key has."""
    for _ in range(20):
        text = value()
        if text not in draft.values.values():
            break
    return text


def fresh(draft: Draft, kind_of_name: str) -> str:
    """A name that the release does not hold."""
    namer = draft.namer
    if kind_of_name == "org":
        return draft.rng.choice((namer.company, namer.company, namer.institution))().short
    if kind_of_name == "person":
        person = namer.person()
        return draft.rng.choice((person.full, person.full, person.later))
    return DRAWS[kind_of_name](draft)


def about(asks: tuple[Ask, ...], name: str, key: str) -> list[Ask]:
    """``asks`` written for the placeholder ``name``, turned to the value ``key``."""
    return [
        dataclasses.replace(
            ask,
            key=ask.key.replace(name, key),
            phrasings=tuple(phrasing.replace(name, key) for phrasing in ask.phrasings),
        )
        for ask in asks
    ]
