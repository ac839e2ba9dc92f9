"""Invented people, companies, products, schemes and places, never twice in a release."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from training.domain import vocabulary as words

HELD_EVERY = 12


@dataclass(frozen=True)
class Person:
    """A person as a release names them: in full, and later by surname with an honorific."""

    full: str
    later: str
    pronoun: str


@dataclass(frozen=True)
class Organisation:
    """An organisation: its full name, the short one of later mentions; a business or not."""

    full: str
    short: str
    business: bool


@dataclass
class Namer:
    """Draws names that do not occur yet; held releases draw from words of their own as well."""

    rng: random.Random
    held: bool
    used: set[str] = field(default_factory=set)

    def of(self, choices: Sequence[str]) -> str:
        """An unused one of ``choices``."""
        if len(choices) >= HELD_EVERY:
            kept = [word for i, word in enumerate(choices) if i % HELD_EVERY == HELD_EVERY - 1]
            open_ = [word for i, word in enumerate(choices) if i % HELD_EVERY != HELD_EVERY - 1]
            choices = kept if self.held and self.rng.random() < 0.4 else open_
            choices = [word for word in choices if word not in self.used] or open_
        choice = self.rng.choice(choices)
        self.used.add(choice)
        return choice

    def person(self) -> Person:
        """Somebody."""
        if self.rng.random() < 0.15:
            family = self.of(words.CHINESE_FAMILY)
            given = self.of(words.CHINESE_GIVEN)
            full = f"{given} {family.upper()}"
            family = self.rng.choice((family, family.upper()))
        else:
            family = self.of(words.FAMILY)
            middle = f" {self.rng.choice('ABCDEGHJKLMPRSTW')}." if self.rng.random() < 0.1 else ""
            given = self.of(words.GIVEN)
            full = f"{given}{middle} {family}"
        female = given in words.WOMEN
        title = self.rng.choice(("Ms", "Mrs", "Ms", "Ms") if female else ("Mr", "Mr", "Mr"))
        dotted = f"{title}." if self.rng.random() < 0.4 else title
        if self.rng.random() < 0.15:
            dotted = self.rng.choice(("Dr", "Dr.", "Prof.", "Professor"))
        glue = "" if dotted.endswith(".") and self.rng.random() < 0.04 else " "
        if self.rng.random() < 0.25:
            full = f"{dotted}{glue}{full}"
        later = family if self.rng.random() < 0.35 else f"{dotted}{glue}{family}"
        return Person(full, later, "she" if female else "he")

    def root(self) -> str:
        """An invented word to name things with."""
        for _ in range(50):
            name = self.rng.choice(words.ROOTS) + self.rng.choice(words.ENDINGS)
            kept = sum(map(ord, name)) % HELD_EVERY == 0
            if name not in self.used and kept == (self.held and self.rng.random() < 0.5):
                break
        self.used.add(name)
        return name

    def company(self) -> Organisation:
        """A company."""
        root, sector = self.root(), self.of(words.SECTORS)
        form = self.rng.choice(words.FORMS)
        draw = self.rng.random()
        if draw < 0.5:
            return Organisation(f"{root} {sector} {form}", f"{root} {sector}", True)
        if draw < 0.8:
            return Organisation(f"{root} {form}", root, True)
        return Organisation(f"{root} {sector}", root, True)

    def institution(self) -> Organisation:
        """A university, agency, foundation or council."""
        name = self.of(words.INSTITUTES)
        name = name.replace("<city>", self.of(words.CITIES)).replace("<root>", self.root())
        name = name.replace("<field>", self.of(words.FIELDS))
        capitals = "".join(word[0] for word in name.split() if word[0].isupper())
        if len(capitals) >= 3 and capitals not in self.used and self.rng.random() < 0.8:
            self.used.add(capitals)
            return Organisation(name, capitals, False)
        return Organisation(name, name, False)

    def authority(self) -> Organisation:
        """A ministry."""
        name = f"Ministry of {self.of(words.FIELDS)}"
        return Organisation(name, name, False)

    def council(self) -> Organisation:
        """A city council."""
        name = f"{self.of(words.CITIES)} City Council"
        return Organisation(name, name, False)

    def union(self) -> Organisation:
        """A trade union."""
        trades = ("Metal", "Transport", "Food", "Chemical", "Service", "Port")
        name = f"{self.rng.choice(trades)} {self.rng.choice(('Workers’ Union', 'Federation'))}"
        return Organisation(name, name, False)

    def product(self) -> str:
        """A product."""
        number = self.rng.choice(
            ("", "", " One", " X", " 300", " Pro", " S2", " 4", " Air", " Plus")
        )
        return self.of(words.BRAND_WORDS) + number
