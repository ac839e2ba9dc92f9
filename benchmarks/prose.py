"""Synthetic press releases: seeded, unique, with words and names as unevenly used as real ones."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

from pr_assistant import passages, releases
from pr_assistant.passages import Tokenise

_NOUNS = (
    "partnership research technology innovation programme platform growth market customers"
    " university centre investment talent industry energy revenue training network"
    " infrastructure students cloud laboratory education health software community start-ups"
    " agreement services data manufacturing safety logistics supply finance hospital transport"
    " battery semiconductor incubation curriculum mobility sensor turbine vaccine harbour"
    " satellite irrigation bakery orchestra lighthouse archive"
).split()
_ADJECTIVES = (
    "new global leading digital sustainable strategic regional local open advanced annual joint"
    " public industrial secure green international medical academic integrated affordable"
    " resilient cultural autonomous maritime agricultural nocturnal"
).split()
_VERBS = (
    "announced launched expanded opened strengthened acquired completed unveiled supported"
    " introduced extended signed delivered doubled financed renewed licensed certified relocated"
    " refurbished"
).split()
_ROLES = (
    "Chief Executive Officer;President;Vice President;Chairman;Head of Research;Managing Director;"
    "Dean of Engineering;Chief Technology Officer;Regional Director;Head of Sustainability"
).split(";")
_MONTHS = "January March April May June July September October November".split()
_SYLLABLES = (
    "al ba cor den el fin gar hol is jan kel lum mar nor ost pel quin ros sten tor ul ver".split()
)
_NAMES = 20_000

_SENTENCES = (
    "{company} {verb} its {adjective} {noun} in {place} on {date}, together with {company}.",
    "The {adjective} {noun} will serve {number} people across {place} and {place} by {year}.",
    "Under the {noun}, {person} will lead the {adjective} {noun} and report to the {role}.",
    "Revenue from {noun} rose {percent}% to US${number} million, while {noun} fell {percent}%.",
    "{person}, {role} of {company}, {verb} the {product} {noun} at a ceremony in {place}.",
    "It follows the {noun} that {company} {verb} in {year} for {adjective} {noun} and {noun}.",
    "The {product} combines {adjective} {noun} with {noun}, and costs {percent}% less to run.",
    "More than {number} visitors from {place} have seen the {product} since it was {verb}.",
    "Both sides will share {noun}, {noun} and {adjective} {noun} over the next {small} years.",
    "A team of {small} engineers in {place} {verb} the {noun} after tests with {number} users.",
)
_SPOKEN = (
    "We are proud that our {adjective} {noun} now reaches {number} families in {place}",
    "This {noun} is a milestone for {place}, and {company} will build on it with {noun}",
    "Our {noun} shows what {adjective} {noun} can do when {company} and {company} work as one",
)
_QUESTIONS = (
    "Who is the {role} of {company}?",
    "How many people will the {adjective} {noun} in {place} serve?",
    "What did {person} say about {noun}?",
    "When was the {product} launched in {place}?",
    "By how much did revenue from {noun} rise at {company}?",
    "Which company opened a {adjective} {noun} together with {company}?",
)


class Newsroom:
    """Writes releases, and questions about what they are about."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._weights = list(accumulate(1 / rank for rank in range(1, _NAMES + 1)))

    def release(self, paragraphs: tuple[int, int] = (8, 12)) -> str:
        """A release of so many paragraphs, each of 40 to 110 words."""
        count = self._random.randint(*paragraphs)
        headline = self._fill("{company} and {company} sign {noun} for {adjective} {noun}").title()
        body = [self._paragraph() for _ in range(count)]
        body[0] = self._fill("{place}, {date} – ") + body[0]
        about = self._fill("About {company}")
        return "\n\n".join([headline, *body[:-1], about, body[-1]]) + "\n"

    def question(self) -> str:
        return self._fill(self._random.choice(_QUESTIONS))

    def _paragraph(self) -> str:
        wanted, sentences, words = self._random.randint(40, 100), [], 0
        if self._random.random() < 0.3:
            sentences.append(
                self._fill(f"“{self._random.choice(_SPOKEN)},” said {{person}}, {{role}}.")
            )
        while (words := sum(len(s.split()) for s in sentences)) < wanted:
            sentences.append(self._fill(self._random.choice(_SENTENCES)))
        return " ".join(sentences) if words <= 110 else " ".join(sentences[:-1])

    def _fill(self, template: str) -> str:
        words = template.split("{")
        return words[0] + "".join(
            str(self._slot(slot)) + rest for slot, _, rest in (w.partition("}") for w in words[1:])
        )

    def _slot(self, slot: str) -> object:
        roll = self._random
        slots: dict[str, Callable[[], object]] = {
            "company": lambda: f"{self._name()} {roll.choice(('Group', 'Systems', 'University'))}",
            "person": lambda: f"{self._name()} {self._name()}",
            "place": self._name,
            "product": lambda: f"{self._name()} {roll.randint(10, 990)}",
            "noun": lambda: self._ranked(_NOUNS),
            "adjective": lambda: self._ranked(_ADJECTIVES),
            "verb": lambda: self._ranked(_VERBS),
            "role": lambda: self._ranked(_ROLES),
            "date": lambda: (
                f"{roll.randint(1, 28)} {roll.choice(_MONTHS)} {roll.randint(2015, 2025)}"
            ),
            "year": lambda: roll.randint(2010, 2035),
            "number": lambda: f"{roll.randint(2, 900_000):,}",
            "percent": lambda: f"{roll.uniform(0.5, 60):.1f}",
            "small": lambda: roll.randint(2, 40),
        }
        return slots[slot]()

    def _ranked(self, words: Sequence[str]) -> str:
        """A word by Zipf's law: the n-th of the list turns up 1/n as often as the first."""
        return self._random.choices(words, cum_weights=self._weights[: len(words)])[0]

    def _name(self) -> str:
        """A coined name, by Zipf's law over all there are."""
        (rank,) = self._random.choices(range(_NAMES), cum_weights=self._weights)
        name, rest = "", rank + len(_SYLLABLES)  # two syllables at least
        while rest:
            rest, syllable = divmod(rest, len(_SYLLABLES))
            name += _SYLLABLES[syllable]
        return name.capitalize()


def write_corpus(
    folder: Path, count: int, newsroom: Newsroom, tokenise: Tokenise, limit: int
) -> list[str]:
    """Fill `folder` with releases until they part into `count` passages; the passages' texts."""
    folder.mkdir(parents=True)
    texts: list[str] = []
    for number in itertools.count():
        if len(texts) >= count:
            break
        data = newsroom.release().encode()
        (folder / f"release-{number:06d}.txt").write_bytes(data)
        release = releases.parse(data, str(number))
        texts += [passage.text for passage in passages.split(release, tokenise, limit)]
    return texts
