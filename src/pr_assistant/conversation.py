"""Question + history → a question that can be answered without the history; and its parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pr_assistant import sentences
from pr_assistant.models import Turn
from pr_assistant.rewriting import rewritten
from pr_assistant.words import content_words

_ELLIPSIS = re.compile(
    r"\s*(?:(?:and|or|but|also|what about|how about|what else|who else|anyone else|any other"
    r"|then|same|how so|(?:tell me )?more(?! than))\b|why\W*$)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:he|she|they|it|him|her|them|his|hers|their|theirs|its|itself|there|both|these|those"
    r"|that|this|one|ones|former|latter|others?)\b",
    re.IGNORECASE,
)
_POINTS_NOWHERE = re.compile(
    r"\b(?:said|says?|stated?|claims?|shows?|so|,)\s+that\b"  # a conjunction
    r"|(?<!\bis)(?<!\bwas)(?<!\bare)(?<!\bwere)(?<!\bdid)(?<!\bdoes)(?<!\babout)"
    r"(?<=\w)\s+that\s+(?=\w+(?:ed|s)\b)"  # a relative pronoun: "people that witnessed"
    r"|\b(?:is|are|was|were)\s+there(?=\s+\w)"
    r"|\bone\s+of\b"
    r"|\bboth\s+(?:part(?:ies|ners)|sides|compan\w+|organi[sz]ations|institutions|firms)\b",
    re.IGNORECASE,
)
_SMALL_TALK = re.compile(
    r"\s*(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks?|thank you|ok(?:ay)?|great|bye"
    r"|goodbye|cool|nice|perfect|yes|no)(?: (?:there|you|again|so much|very much|a lot))?\W*$",
    re.IGNORECASE,
)
_FOR_ANOTHER = re.compile(
    r"\s*(?:and|or|but|what about|how about),?\s+(?P<by>for|of|at|by|from|in|with)\s", re.IGNORECASE
)
_OF_THE_RELEASE = re.compile(
    r"\b(?:the|this)\s+(?:press\s+)?(?:release|announcement|document|article|news)\b", re.I
)
_DEFINITION = re.compile(r"\s*(?:what|who)\s+(?:is|are|was|were)\s+[\w&+-]+\W*$", re.I)
_SUBJECT = re.compile(r"\b(?:do|does|did|has|have|is|are|was|were|will|can)\s+\w", re.I)
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_NAME = re.compile(r"(?<!^)\b[A-Z][\w&'’-]+")
_ASKS = r"\b(?:how|what|whom?|when|where|which|why)\b"
_AND_ASKS = re.compile(
    rf",?\s+and\s+(?=(?:(?:in|by|for|of|to|at|on|since|until|with) )?{_ASKS})"
    r"|,\s+(?=how (?:many|much)\b)"
)
_OPENING = re.compile(
    r"(?:and|but|so|also|then|now|well|ok(?:ay)?|great|thanks|please)\b,?\s+"
    rf"(?={_ASKS}|(?:is|are|was|were|do|does|did|has|have|will|can|could)\b)",
    re.IGNORECASE,
)
"""What a question may begin with that is no part of it."""
_INDIRECT = re.compile(rf"{_ASKS}\s+(?:it|its|they|their|he|she|we|the|this|that|these|those)\b")
"""What somebody says, rather than asks: "… and how it will return"."""
_MOST_PARTS = 3
_LONGEST_OPENING = 3
"""Words of "In which year", which asks nothing yet …"""
_SIGNS = re.compile(r"who\b", re.IGNORECASE)
"""… while "Who signed" does."""
_MIN_WORDS = 2
_MAX_TURNS = 8
"""How far back a chain of follow-ups is followed."""
_MAX_ANSWERED = 3
"""Of how many questions the answer is looked for that a pronoun may mean."""


def standalone(question: str, history: Sequence[Turn]) -> str:
    """The question as it stands if it needs no history, else made whole from what went before.

    `history` is oldest first. Where it is not certain what a follow-up means, it is read together
    with the question before it.
    """
    return _read(question, history)[0]


def _read(question: str, history: Sequence[Turn]) -> tuple[str, str]:
    """The question made whole, and the part of it that says what the talk is about: of a chain of
    follow-ups that nothing resolves, each is read with the question that began it alone."""
    if not history or not depends(question):
        return question, question
    last, before = history[-1], history[:-1][-_MAX_TURNS:]
    earlier, topic = _read(last.question, before)
    other = _FOR_ANOTHER.match(question)
    while other and before and depends(last.question) and not _names_by(other["by"], earlier):
        last, before = before[-1], before[:-1]  # "Who signed for A? What is his title? And for B?"
        earlier, topic = _read(last.question, before)
    if whole := rewritten(question, Turn(earlier, last.answer)):
        return whole.strip(), whole.strip()
    return f"{topic.strip()} {question.strip()}", topic


def _names_by(word: str, question: str) -> bool:
    return bool(re.search(rf"\b{word}\s+(?:the\s+)?[A-Z]", question))


def completed(history: Sequence[Turn], answer: Callable[[str], str | None]) -> list[Turn]:
    """The turns, the last of them with what was answered, which a pronoun may mean: where it is not
    known, what `answer` gives for the question as it stands alone."""
    known = list(history[:-_MAX_ANSWERED])[-_MAX_TURNS:]
    for turn in history[-_MAX_ANSWERED:]:
        said = turn.answer or answer(standalone(turn.question, known))
        known.append(Turn(turn.question, said))
    return known


def parts(question: str) -> list[str]:
    """The questions that a text asks, each with what it needs of the first to stand alone.

    "When was it founded, and how many work there?" are two. Where it is not plain that several are
    asked, and of most questions, the question itself is the only one. What is said before it, and
    asks nothing, is left out: "I write for a paper. Who signed?", "And who signed?"
    """
    if opening := _OPENING.match(question):
        question = question[opening.end() :]
    said = [question[slice(*span)] for span in sentences.split(question)]
    asking = [sentence for sentence in said if sentence.endswith("?")]
    if len(said) > 1 and said[-1:] == asking[-1:] and not depends(asking[0]):
        if len(asking) == 1:
            return parts(asking[0])
        if len(asking) == len(said) <= _MOST_PARTS:
            before = Turn(asking[0])
            return [asking[0], *(standalone(one, [before]) for one in asking[1:])]
    first, *others = (part.strip(" ?") for part in _AND_ASKS.split(question))
    is_whole = len(first.split()) > _LONGEST_OPENING or _SIGNS.match(first)
    if (
        not others
        or not (is_whole and re.search(_ASKS, first, re.IGNORECASE) and content_words(first))
        or "?" in question.rstrip(" ?")
        or len(others) >= _MOST_PARTS
        or any(_INDIRECT.match(part) for part in others)
    ):
        return [question]
    before = Turn(f"{first}?")
    return [before.question, *(standalone(f"{part}?", [before]) for part in others)]


def depends(question: str) -> bool:
    """Whether a question points back: ellipsis, too few words, or a pronoun before any name."""
    if _SMALL_TALK.match(question):
        return False
    if opening := _OPENING.match(question):
        rest = question[opening.end() :]
        if re.match(_ASKS, rest, re.IGNORECASE) and _NAME.search(rest):
            question = rest  # "And who leads Acme?" asks nothing of what was said before
    if _ELLIPSIS.match(question):
        return True
    question = _OF_THE_RELEASE.sub("", text := question)
    pronoun = _POINTS_BACK.search(re.sub(r"\bthis (?=[A-Z])", "the  ", _blank(question)))
    name = _NAME.search(question)
    if pronoun is not None:
        subject = _SUBJECT.search(question)
        owned = pronoun.group().lower() in _POSSESSIVES
        if owned and subject and subject.end() - 1 < pronoun.start():
            return False  # "what does polyu say about its ranking"
        return name is None or pronoun.start() < name.start()
    if len(content_words(question)) >= _MIN_WORDS or name or question != text:
        return False
    return not (_DEFINITION.match(question) and content_words(question))


def _blank(question: str) -> str:
    """The question with words that only look as if they pointed back made spaces."""
    return _POINTS_NOWHERE.sub(lambda match: " " * len(match.group()), question)
