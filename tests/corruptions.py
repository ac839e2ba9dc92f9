"""Sentences of the releases altered by machine, and others only put in another form.

It knows nothing of the checker: its patterns and lists are its own. `python tests/corruptions.py`
prints both sets.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from grounding_support import Sentence, release

PEOPLE = {
    "2025-06-27-huawei-cloud-polyu-mou": "Jason Zhang, Kelvin WONG, Sunny SHANG, Amy LUNG,"
    " Liang YU",
    "2025-03-18-vellino-porter-3-launch": "Lotte Verhaegen, Mirek Dvořáček, Sanne De Wilde",
    "2024-11-22-norvane-heater-recall": "Gwen Tillery, Raj Subramanian, Heather Lindqvist",
    "2025-01-29-penhallow-ashgrove-merger": "Fiona Garside, Marcus Adeyemi, Rosalind Keane,"
    " Duncan Firth, Nirmala Desai, Carl Bickerstaff",
    "2025-05-06-larkmoor-q1-results": "Denise Okafor, Martin Reyes-Lund, Carol Whitaker",
    "2025-09-02-nordvika-ferries-new-ceo": "Astrid Holmqvist, Henrik Sandvoll, Ingrid Moen,"
    " Tuva Ellingsen, Per-Olof Lindahl, Camilla Rask",
    "2025-06-11-saltmarsh-fund-mangrove-grants": "Wanjiru Kamau-Hess",
}
TITLES = (
    "chief executive", "finance director", "Managing Director", "Director", "President", "chair",
    "Vice President", "head of design", "Chief Operating Officer", "Chief Executive Officer",
    "vice president of quality", "chairman", "deputy chief executive", "national officer",
)  # fmt: skip
MONTHS = (
    "January February March April May June July August September October November December"
).split()
WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
).split()


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence as a release has it; `speaker` where all of it is said by somebody."""

    release_id: str
    text: str
    speaker: str | None = None


Change = Callable[[str, Source, random.Random], str | None]


def sources() -> list[Source]:
    """Sentences of prose, those within quotation marks with who says them."""
    found: list[Source] = []
    for release_id, names in PEOPLE.items():
        text = release(release_id).text.replace("\n\n", "\x00")
        text = re.sub(r"(?<=[^.:!?\x00])\n(?=[a-z])", " ", text).replace("\x00", "\n")
        for line in text.splitlines():
            quoted = re.findall(r"[“\"]([A-Z][^”\"]{40,})[”\"]", line)
            people = [n for n in names.split(", ") if re.search(re.escape(n), line, re.I)]
            for words in quoted if len(people) == 1 else ():
                first = re.split(r"(?<=[.!?,])\s*$|(?<=[.!?])\s", words)[0].rstrip(",. ")
                found.append(Source(release_id, first, people[0]))
            bare = re.sub(r"[“\"][^”\"]*[”\"]?", "\x00", line)
            for sentence in re.split(r"(?<=[a-z\d)%][.])\s+(?=[A-Z])", bare):
                plain = re.sub(
                    r"^[A-Z][A-Z ,/]+.{0,60}?(?:--|—|–)\s*(?:.{0,30}20\d\d – )?", "", sentence
                ).strip()
                if re.search(r"@|\w\.\w{2,}/?|contact:", plain):
                    continue  # no address may come from a model
                if "\x00" not in plain and re.match(r"[A-Z].{35,320}[.]$", plain):
                    found.append(Source(release_id, plain))
    return found


def _digit(text: str, source: Source, choose: random.Random) -> str | None:
    places = [m.start() for m in re.finditer(r"\d", text)]
    if not places:
        return None
    at = choose.choice(places)
    other = choose.choice([d for d in "123456789" if d != text[at]])
    return text[:at] + other + text[at + 1 :]


def _word_number(text: str, source: Source, choose: random.Random) -> str | None:
    places = list(re.finditer(rf"\b(?:{'|'.join(WORDS[2:])})\b", text))
    if not places:
        return None
    one = choose.choice(places)
    other = choose.choice([w for w in WORDS[2:] if w != one.group()])
    return text[: one.start()] + other + text[one.end() :]


_UNITS = (
    (r"\bmillion\b", "billion"), (r"\bbillion\b", "million"), (r"HK\$", "US$"), (r"£", "€"),
    (r"(?<![A-Z])\$", "€"), (r"€", "£"), (r"\bkg\b", "pounds"), (r"\bkm\b", "miles"),
    (r"\s?%", " basis points"), (r" per cent\b\.?", " percentage points"), (r"\bdays\b", "weeks"),
    (r"\bmonths\b", "years"), (r"\byears\b", "months"), (r"\bhectares\b", "acres"),
    (r"\bpence\b", "pounds"), (r"SEK", "EUR"), (r"\btonnes\b", "kilograms"),
)  # fmt: skip


def _unit(text: str, source: Source, choose: random.Random) -> str | None:
    fitting = [
        pair for pair in _UNITS if re.search(rf"\d\s?(?:{pair[0]})|(?:{pair[0]})\s?\d", text)
    ]
    if not fitting:
        return None
    pattern, other = choose.choice(fitting)
    return re.sub(pattern, other, text, count=1)


def _name(text: str, source: Source, choose: random.Random) -> str | None:
    names = PEOPLE[source.release_id].split(", ")
    there = [n for n in names if n in text]
    others = [n for n in names if n not in text] or ["Martha Quill"]
    if not there:
        return None
    return text.replace(choose.choice(there), choose.choice(others), 1)


def _title(text: str, source: Source, choose: random.Random) -> str | None:
    there = [t for t in sorted(TITLES, key=len, reverse=True) if re.search(rf"\b{t}\b", text)]
    if not there or not any(n in text for n in PEOPLE[source.release_id].split(", ")):
        return None
    other = choose.choice([t for t in TITLES if t not in text and text not in t])
    return re.sub(rf"\b{there[0]}\b", other, text, count=1)


def _date(text: str, source: Source, choose: random.Random) -> str | None:
    if years := re.findall(r"\b(?:19|20)\d\d\b", text):
        year = choose.choice(years)
        return text.replace(year, str(int(year) + choose.choice((-10, -1, 1, 2))), 1)
    months = [
        m for m in MONTHS if re.search(rf"\b{m}\b", text) and (m != "May" or "in May" in text)
    ]
    if months:
        other = choose.choice([m for m in MONTHS if m not in months and m != "May"])
        return text.replace(months[0], other, 1)
    return None


def _negation(text: str, source: Source, choose: random.Random) -> str | None:
    for pattern, other in (
        (r"\b(do|does|did) not ", ""),
        (r"(?<=\w) not ", " "),
        (r"^No ", "Some "),
    ):
        if re.search(pattern, text):
            return re.sub(pattern, other, text, count=1)
    helper = re.search(r"\b(?:is|are|was|were|has|have|had|will|can)\b(?= [a-z])", text)
    if helper is None:
        return None
    return f"{text[: helper.end()]} not{text[helper.end() :]}"


def _speaker(text: str, source: Source, choose: random.Random) -> str | None:
    if source.speaker is None:
        return None
    others = [n for n in PEOPLE[source.release_id].split(", ") if n != source.speaker]
    other = choose.choice(others or ["Martha Quill"])
    return choose.choice((f"{other} said that {_lowered(text)}.", f"{other} said: “{text}”"))


_SCOPES = (
    (r"\b(?:over|more than|at least|up to|as much as) (?=[\d£$€HS])(?!\d+ months)", ""),
    (r"\b(?:about|nearly|around) (?=[\d£$€HS])", ""),
    (r"\bapproximately (?=\d)", ""),
    (r"\b(?:over|more than|at least) (?=\d)", "exactly "),
    (r"\b(?:about|approximately) (?=\d)", "more than "),
    (r"\bup to (?=\d)", "more than "),
    (r"\bat least\b", "at most"),
    (r"\bsome of\b", "all of"),
    (r"\b(?:will|expects to|is expected to|are expected to) (?=[a-z]+ )", "has already "),
    (r"\bin (?:Hong Kong|Europe|the United Kingdom|Canada|Kenya|Belgium)\b", "worldwide"),
    (r"\beach\b", "together"), (r"\bbefore\b", "after"), (r"\bby (?=\d)", "after "),
    (r"\buntil (?=\d)", "from "), (r"\bfewer than\b", "more than"), (r"\brose\b", "fell"),
    (r"\bup from\b", "down from"), (r"\bincrease\b", "decrease"), (r"\bfirst\b", "last"),
    (r"\blargest\b", "smallest"),
)  # fmt: skip


def _scope(text: str, source: Source, choose: random.Random) -> str | None:
    fitting = [pair for pair in _SCOPES if re.search(pair[0], text)]
    if not fitting:
        return None
    pattern, other = choose.choice(fitting)
    return re.sub(pattern, other, text, count=1)


CORRUPTIONS: dict[str, Change] = {
    "digit": _digit, "number": _word_number, "unit": _unit, "name": _name, "title": _title,
    "date": _date, "negation": _negation, "speaker": _speaker, "scope": _scope,
}  # fmt: skip


def _lowered(text: str) -> str:
    first = text.split(" ", 1)[0]
    plain = {"The", "This", "We", "It", "They", "In", "A", "An", "Our", "By", "When", "If", "As"}
    return text[0].lower() + text[1:] if first in plain else text


def _verbatim(text: str, source: Source, choose: random.Random) -> str | None:
    return f"{source.speaker} said: “{text}”" if source.speaker else text


def _reported(text: str, source: Source, choose: random.Random) -> str | None:
    if source.speaker:
        return f"{source.speaker} said that {_lowered(text)}."
    return f"According to the release, {_lowered(text)}"


def _form_of_number(text: str, source: Source, choose: random.Random) -> str | None:
    if source.speaker:
        return None
    words = list(re.finditer(rf"\b(?:{'|'.join(WORDS[2:])})\b(?![- ](?:of|in)\b)", text))
    digits = list(
        re.finditer(r"(?<![\d.,$£€:A-Za-z-] )(?<![\w.,$£€:/-])\d{1,2}(?= [a-z]{4})", text)
    )
    digits = [m for m in digits if 2 <= int(m.group()) <= 20 and "may" not in text.lower()]
    if words:
        one = choose.choice(words)
        return f"{text[: one.start()]}{WORDS.index(one.group())}{text[one.end() :]}"
    if digits:
        one = choose.choice(digits)
        return f"{text[: one.start()]}{WORDS[int(one.group())]}{text[one.end() :]}"
    return None


_SAME = (
    (r"\bover (?=[\d£$€H])(?!\d+ months)", "more than "), (r"\bmore than (?=[\d£$€])", "over "),
    (r"\bapproximately (?=\d)", "about "), (r"\babout (?=[\d£$€])", "approximately "),
    (r"(?<=\d)%", " per cent"), (r" per cent\b\.?(?= [a-z])", "%"), (r"(?<=\d) million\b", "m"),
    (rf"\b({'|'.join(MONTHS)}) (\d{{1,2}}), (20\d\d)", r"\2 \1 \3"),
    (rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (20\d\d)", r"\2 \1, \3"),
    (r"\bstart-ups\b", "startups"), (r"^(?:Notably|Ultimately|In addition), (\w)", r"\1"),
    (r"\bcommercialisation\b", "commercialization"), (r"\borganisations\b", "organizations"),
    (r"\bcompany\b", "firm"), (r"\bemploys\b", "has"), (r"\bpeople\b", "persons"),
    (r"\bwere\b", "had been"), (r"’", "'"), (r"\bkg\b", "kilograms"),
    (r"(?<=[a-z]), (\w+) and (?=\w+[.,])", r", \1 as well as "),
)  # fmt: skip


def _lightly(text: str, source: Source, choose: random.Random) -> str | None:
    if source.speaker:
        return None
    fitting = [pair for pair in _SAME if re.search(pair[0], text)]
    if not fitting:
        return None
    pattern, other = choose.choice(fitting)
    return re.sub(pattern, other, text, count=1)


FORMS: dict[str, Change] = {
    "verbatim": _verbatim, "reported": _reported, "number": _form_of_number, "lightly": _lightly,
}  # fmt: skip


def made(changes: dict[str, Change], count: int, seed: int) -> Iterator[tuple[str, Sentence]]:
    """(kind, sentence) of `count` different sentences, as many of each kind as there can be."""
    choose = random.Random(seed)
    pools = {}
    for kind, change in changes.items():
        found: dict[tuple[str, str], None] = {}
        for source in sources():
            for _ in range(3):
                text = change(source.text, source, choose)
                if text and (text != source.text or kind == "verbatim"):
                    found[source.release_id, text] = None
        pools[kind] = list(found)
        choose.shuffle(pools[kind])
    while count and any(pools.values()):
        for kind, pool in pools.items():
            if pool and count:
                release_id, text = pool.pop()
                count -= 1
                yield kind, Sentence(release_id, text, kind if changes is CORRUPTIONS else None)


if __name__ == "__main__":
    for changes in (CORRUPTIONS, FORMS):
        for kind, sentence in made(changes, 300, 7):
            print(kind, sentence.text, sep="\t")
