"""Standing facts of the organisations in a release, and its boilerplate."""

import unicodedata

from training.domain import figures
from training.domain.draft import DRAWS, Draft, about, unused
from training.domain.kinds import load
from training.domain.template import sentence
from training.domain.vocabulary import NEWSWIRES

FOR_BUSINESSES = "ORG.ticker ORG.owner ORG.since ORG.brands ORG.turnover ORG.price ORG.does".split()
DOES = (
    "{maker|manufacturer|supplier} of {marine pumps|surgical tools|city buses|garden tools|"
    "solar inverters|railway signals|packaging film|hearing aids|lift systems|baking machines}",
    "{provider|operator} of {payment services|cold-storage warehouses|language courses|"
    "charging stations|regional hospitals|cloud software for schools|car-sharing fleets}",
    "{consultancy|think tank|research body|service company} for {urban planning|water management|"
    "occupational safety|data quality|farm cooperatives|the energy transition}",
)


def slug(text: str) -> str:
    """``text`` as it would stand in a web address."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "".join(letter for letter in plain if letter.isalnum())


def found(draft: Draft, key: str) -> None:
    """Draws the standing facts of organisation ``key`` and notes the questions on them."""
    shared = load("_company")
    values, rng = draft.values, draft.rng
    for line in shared.setup:
        name, _, spec = line.partition(" = ")
        command, *rest = spec.split()
        if command != "text":
            values[f"{key}.{name}"] = unused(draft, lambda c=command, r=rest: DRAWS[c](draft, *r))  # type: ignore[misc]
    short = values[key]
    letters = slug(short).upper()
    values[f"{key}.ticker"] = rng.choice((letters[:4], f"{letters[:3]}.{letters[-1]}", letters[:3]))
    values[f"{key}.site"] = rng.choice(("www.", "https://", "https://www.")) + (
        f"{slug(short)[:24]}.example"
    )
    values[f"{key}.owner"] = draft.namer.company().full
    values[f"{key}.since"] = str(rng.randint(1998, draft.year - 1))
    for number in "123":
        values[f"{key}.brand{number}"] = draft.namer.product()
    kind = ("leading ", "", "family-owned ", "listed ", "young ", "global ", "independent ")
    values[f"{key}.does"] = f"a~ {rng.choice(kind)}" + draft.plain(rng.choice(DOES))
    values[f"{key}.field"] = DRAWS["topic"](draft)
    business = draft.organisations[key].business
    fitting = tuple(ask for ask in shared.asks if business or ask.key not in FOR_BUSINESSES)
    draft.asks += about(fitting, "ORG", key)


def boilerplate(draft: Draft, key: str) -> list[str]:
    """The paragraphs "About ..." of organisation ``key``, with some of its facts."""
    lines = [
        line
        for line in load("_company").lead
        if draft.organisations[key].business or not any(fact in line for fact in FOR_BUSINESSES)
    ]
    lines = draft.rng.sample(lines, draft.rng.randint(1, 3))
    text = " ".join(_line(draft, line.replace("ORG", key)) for line in lines)
    heading = f"About {draft.values[draft.rng.choice((key, f'{key}.full'))]}"
    if draft.chance(0.3):
        return [f"{heading}: {text}"]
    return [heading, text]


def _line(draft: Draft, line: str) -> str:
    return sentence(draft.write(line))


def contact(draft: Draft) -> str:
    """A line of contacts for the press; notes the questions on it."""
    rng, values = draft.rng, draft.values
    person = draft.namer.person()
    values["press.name"] = person.full
    parts = f"+{rng.randint(20, 99)} {rng.randint(10, 999)} {rng.randint(100, 999)}"
    values["press.phone"] = f"{parts} {rng.randint(1000, 9999)}"
    values["press.email"] = rng.choice(
        (
            f"{slug(person.full.split()[-1])}@{slug(values['o'])[:20]}.example",
            f"press@{slug(values['o'])[:20]}.example",
            f"media.office@{slug(values['o'])[:20]}.example",
        )
    )
    return draft.write(rng.choice(load("_contact").lead))


def dateline(draft: Draft) -> str:
    """What stands before the lead, such as ``PORTO, May 4, 2025 /Newswire/ --``, or nothing."""
    city, rng = DRAWS["city"](draft), draft.rng
    values = draft.values
    values["release.city"] = city.upper() if draft.chance(0.6) else city
    values["release.date"] = figures.full_date(rng, draft.year)
    wire = rng.choice(NEWSWIRES)
    forms = (
        f"<release.city>, <release.date> {wire} ",
        f"<release.city>, <release.date> {wire} ",
        f"<release.city>, {values['o.country']}, <release.date> {wire} ",
        "<release.city> – <release.date> – ",
        "<release.date> – ",
        "",
    )
    return draft.write(rng.choice(forms))
