"""From a written release to its questions, as many with an answer as without."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from training.domain.draft import fresh
from training.domain.kinds import Ask
from training.domain.noise import asked
from training.domain.release import Written
from training.domain.template import Span, keys_of

EACH = 12  # answerable questions a release, and as many unanswerable
HELD_PHRASINGS = 4  # with more phrasings than this, the last is kept for held releases
SWAPPED = 0.3  # the share of unanswerable questions that name somebody or something absent
COMMON = set(
    "the and for was were what who when where how many much did does with from that this have has "
    "its which are about".split()
)


@dataclass(frozen=True)
class Question:
    """A question and its exact answer spans (paragraph, start, text).

    ``also`` are the other places that say the same; ``near`` is the paragraph nearest in words
    to a question without an answer.
    """

    question: str
    category: str
    spans: tuple[tuple[int, int, str], ...]
    answerable: bool
    also: tuple[tuple[int, int, str], ...] = ()
    near: int | None = None


def questions(text: Written) -> list[Question]:
    """Questions on ``text``, shuffled: half with an answer, half without."""
    told = [ask for ask in text.draft.asks if ask.key in text.spans]
    untold = [ask for ask in text.draft.asks if is_left_out(text, ask)]
    rng = text.draft.rng
    found = [_answered(text, ask) for ask in _spread(text, told, EACH)]
    wanted = len(found)
    swapped: list[Question] = []
    for ask in _spread(text, told, EACH):
        question = _swapped(text, ask)
        if question and len(swapped) < SWAPPED * wanted:
            swapped.append(question)
    missing = [
        Question(_phrase(text, ask.phrasings), ask.category, (), False)
        for ask in _spread(text, untold, wanted - len(swapped))
    ]
    words = [_words(paragraph) for paragraph in text.paragraphs]
    absent = [_near(question, words) for question in missing + swapped]
    result = {question.question: question for question in found + absent}
    unique = list(result.values())
    rng.shuffle(unique)
    return unique


def is_left_out(text: Written, ask: Ask) -> bool:
    """Whether ``text`` does not tell what ``ask`` asks for, in words marked or not."""
    if ask.key in text.spans or ask.key.endswith(".does"):  # any release hints at what one does
        return False
    if not _about_somebody_present(text, ask) and text.draft.rng.random() < 0.9:
        return False
    value = text.draft.values.get(ask.key, "")
    return not value or not any(value in paragraph for paragraph in text.paragraphs)


def _about_somebody_present(text: Written, ask: Ask) -> bool:
    """Whether the people and organisations named in ``ask`` are in the text: a near miss."""
    draft = text.draft
    for key in {key.split(".")[0] for phrasing in ask.phrasings for key in keys_of(phrasing)}:
        if key in draft.people and key not in draft.introduced:
            return False
        if key in draft.organisations:
            name = draft.values[key]
            if not any(name in paragraph for paragraph in text.paragraphs):
                return False
    return True


def _spread(text: Written, asks: list[Ask], number: int) -> list[Ask]:
    """``number`` of ``asks``, no category more often than it must be."""
    by_category: dict[str, list[Ask]] = defaultdict(list)
    for ask in text.draft.rng.sample(asks, len(asks)):
        by_category[ask.category].append(ask)
    chosen: list[Ask] = []
    while len(chosen) < min(number, len(asks)):
        for category in text.draft.rng.sample(sorted(by_category), len(by_category)):
            weight = 2 if category in ("number", "person", "when") else 1
            for _ in range(weight):
                if by_category[category]:
                    chosen.append(by_category[category].pop())
    return chosen[:number]


def _phrase(text: Written, phrasings: tuple[str, ...], names: dict[str, str] | None = None) -> str:
    draft = text.draft
    if len(phrasings) > HELD_PHRASINGS:
        last = draft.held and draft.rng.random() < 0.5
        phrasings = phrasings[-1:] if last else phrasings[:-1]
    values = {}
    for key, member in draft.people.items():
        bare = re.sub(r"^(?:Mr|Ms|Mrs|Dr|Prof|Professor)\b\.? ?", "", member.person.full)
        values[key] = draft.rng.choice((bare, bare, bare.title() if bare.isascii() else bare))
        if draft.rng.random() < 0.25:
            values[key] = member.person.later
    question = draft.plain(draft.rng.choice(phrasings), {**values, **(names or {})})
    return asked(question[0].upper() + question[1:], draft.rng)


def _answered(text: Written, ask: Ask) -> Question:
    everywhere = text.spans[ask.key]
    spans = [span for span in everywhere if span.paragraph > 0] or everywhere
    if ask.every:
        spans = list({span.text: span for span in reversed(spans)}.values())[::-1]
    else:
        spans = spans[:1]
    others = [span for span in everywhere if span not in spans]
    question = _phrase(text, ask.phrasings)
    return Question(question, ask.category, _rows(spans), True, _rows(others))


def _rows(spans: Iterable[Span]) -> tuple[tuple[int, int, str], ...]:
    return tuple((span.paragraph, span.start, span.text) for span in spans)


def _swapped(text: Written, ask: Ask) -> Question | None:
    """The question on ``ask`` with an absent name in the place of one of its names."""
    draft = text.draft
    for phrasing in draft.rng.sample(ask.phrasings, len(ask.phrasings)):
        keys = [key for key in keys_of(phrasing) if key.removesuffix(".later") in draft.names]
        if not keys or ask.category == "speaker":
            continue
        key = draft.rng.choice(keys)
        name = fresh(draft, draft.names[key.removesuffix(".later")])
        if any(name in paragraph for paragraph in text.paragraphs):
            continue
        names = {other: name for other in keys if other.split(".")[0] == key.split(".")[0]}
        return Question(_phrase(text, (phrasing,), names), ask.category, (), False)
    return None


def _words(text: str) -> set[str]:
    return {w for w in re.findall(r"\w{3,}", text.lower()) if w not in COMMON}


def _near(question: Question, paragraphs: list[set[str]]) -> Question:
    wanted = _words(question.question)
    shared = [len(wanted & words) for words in paragraphs]
    best = max(range(len(shared)), key=shared.__getitem__)
    return Question(
        question.question, question.category, (), False, near=best if shared[best] else None
    )
