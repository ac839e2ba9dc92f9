"""One synthetic release: its paragraphs, and the spans marked in them."""

import random
from dataclasses import dataclass

from training.domain import companies, people
from training.domain.draft import DRAWS, Draft, draw
from training.domain.kinds import Kind, Statement, load
from training.domain.noise import typography
from training.domain.template import Span, sentence, unmark

OPTIONAL = 0.65


@dataclass(frozen=True)
class Written:
    """A release: plain paragraphs, marked spans by key, and the draft it was written from."""

    draft: Draft
    paragraphs: tuple[str, ...]
    spans: dict[str, list[Span]]


def write(kind: Kind, rng: random.Random, held: bool) -> Written:
    """A release of ``kind``; some of its facts are told, the others left out."""
    draft = Draft.start(rng, held)
    draft.values["o.country"] = DRAWS["country"](draft)
    draft.values["year"], draft.values["last.year"] = str(draft.year), str(draft.year - 1)
    draft.values["next.year"] = str(draft.year + 1)
    draw(draft, kind, people.appoint)
    for key in draft.organisations:
        companies.found(draft, key)
    for key, member in draft.people.items():
        draft.values[f"{key}.org"] = draft.values[member.organisation]
    draft.asks += kind.asks + load("_contact").asks + tuple(people.vacancies(draft))
    marked = _paragraphs(draft, kind)
    style = typography(rng)
    paragraphs: list[str] = []
    spans: dict[str, list[Span]] = {}
    for number, paragraph in enumerate(marked):
        plain, found = unmark(style.apply(paragraph, rng), number)
        paragraphs.append(plain)
        for key, some in found.items():
            spans.setdefault(key, []).extend(some)
    return Written(draft, tuple(paragraphs), spans)


def _paragraphs(draft: Draft, kind: Kind) -> list[str]:
    headline = sentence(draft.write(f"[title:{draft.rng.choice(kind.headline)}]"))
    lead = companies.dateline(draft) + sentence(draft.write(draft.rng.choice(kind.lead)))
    said = people.statements(draft, kind)
    body = list(kind.body)
    if len(body) > 3 and draft.chance(0.5):
        at = draft.rng.randrange(1, len(body) - 1)
        body[at], body[at + 1] = body[at + 1], body[at]
    text = [headline, lead]
    for block in body:
        text += _block(draft, block, said)
    for key in list(draft.people)[:3]:
        for statement in said[:2]:  # topics on which nobody spoke
            people.note(draft, key, f"silent.{key}.{len(draft.asks)}", _plain(draft, statement))
    described = [key for key in draft.organisations if key != "o"][:2]
    for key in (["o"] if draft.chance(0.75) else []) + draft.rng.sample(described, len(described))[
        : draft.chance(0.5)
    ]:
        text += companies.boilerplate(draft, key)
    contact = companies.contact(draft)
    if draft.chance(0.6):
        text.append(contact)
    return text


def _plain(draft: Draft, statement: Statement) -> Statement:
    return Statement(statement.topic, draft.plain(statement.sentence), statement.paraphrase)


def _block(draft: Draft, block: tuple[str, ...], said: list[Statement]) -> list[str]:
    command, *keys = block[0].split()
    if command == "QUOTE":
        return _quote(draft, keys, said)
    if command == "BIO":
        known = [key for key in keys if key in draft.introduced]
        return [people.biography(draft, draft.rng.choice(known))] if known else []
    lines, bullets = [], []
    sign = draft.rng.choice("•*-–·")
    for line in block:
        if line.startswith("? "):
            if not draft.chance(OPTIONAL):
                continue
            line = line[2:]
        if line.startswith("* "):
            bullets.append(f"{sign} {sentence(draft.write(line[2:]))}")
        else:
            lines.append(_tailed(draft, sentence(draft.write(line))))
    paragraphs = [" ".join(line for line in lines if line)] if lines else []
    if bullets:
        paragraphs += bullets if draft.chance(0.5) else ["\n".join(bullets)]
    return [paragraph for paragraph in paragraphs if paragraph]


def _tailed(draft: Draft, line: str) -> str:
    """``line`` with a participle clause or an aside at its end, as releases like them."""
    if not line.endswith(".") or ";" in line or not draft.chance(0.3):
        return line
    return f"{line[:-1]}{draft.write(draft.rng.choice(load('_tails').lead))}."


def _quote(draft: Draft, keys: list[str], said: list[Statement]) -> list[str]:
    speaker = draft.rng.choice(keys)
    if not draft.chance(0.85):
        return []
    number = draft.rng.choice((1, 1, 2))
    told = [said.pop(0 if draft.chance(0.5) else -1) for _ in range(number)]
    return [sentence(people.quotation(draft, speaker, told))]
