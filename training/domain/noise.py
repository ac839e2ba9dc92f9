"""Typographic and spelling variety: in texts harmless to the marks, in questions mistakes."""

import random
import re

AMERICAN = {
    "organisation": "organization",
    "programme": "program",
    "centre": "center",
    "labour": "labor",
    "specialise": "specialize",
    "specialisi": "specializi",
    "digitalis": "digitaliz",
    "defence": "defense",
    "favour": "favor",
    "recognis": "recogniz",
    "per cent": "percent",
    "fulfil ": "fulfill ",
    "modernis": "moderniz",
    "commercialis": "commercializ",
    "neighbour": "neighbor",
    "licence": "license",
    "summarise": "summarize",
    "tonnes": "tons",
    "harbour": "harbor",
}
FILLERS = {"the", "a", "an", "is", "are", "was", "were", "did", "does", "do", "of", "has", "have"}


def american(text: str) -> str:
    """``text`` in American spelling."""
    for british, other in AMERICAN.items():
        text = text.replace(british, other).replace(british.capitalize(), other.capitalize())
    return text


def typography(rng: random.Random) -> "Typography":
    """The habits of one release."""
    return Typography(
        straight=rng.random() < 0.5,
        dash=rng.choice((" – ", " — ", " -- ", "—", " - ")),
        american=rng.random() < 0.5,
    )


class Typography:
    """Quotes, dashes and spelling, the same throughout a release."""

    def __init__(self, straight: bool, dash: str, american: bool) -> None:
        self.straight, self.dash, self.american = straight, dash, american

    def apply(self, marked: str, rng: random.Random) -> str:
        """``marked`` text so set; rarely with a doubled space."""
        if self.american:
            marked = american(marked)
        marked = marked.replace(" – ", self.dash)
        if self.straight:
            marked = marked.translate(str.maketrans("“”‘’", "\"\"''"))
        elif rng.random() < 0.9:
            marked = marked.replace("'", "’")
        if rng.random() < 0.04:
            marked = marked.replace(". ", ".  ", 1)
        return marked


def mistyped(text: str, rng: random.Random) -> str:
    """``text`` with one or two slips of the finger in its longer words."""
    words = text.split(" ")
    long = [i for i, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    for index in rng.sample(long, min(len(long), rng.choice((1, 1, 2)))):
        word = words[index]
        at = rng.randint(1, len(word) - 3)
        slips = (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + rng.choice("aeiourstln") + word[at + 1 :],
        )
        words[index] = rng.choice(slips)
    return " ".join(words)


def telegraphic(text: str) -> str:
    """``text`` without its small words."""
    words = [word for word in text.rstrip("?.").split(" ") if word.lower() not in FILLERS]
    return " ".join(words) if len(words) > 1 else text


def asked(question: str, rng: random.Random) -> str:
    """``question`` as somebody in a hurry may type it; most are left as they are."""
    question = re.sub(r"\s+", " ", question).strip()
    if rng.random() < 0.3:
        question = american(question)
    question = question.replace("’", "'") if rng.random() < 0.8 else question
    draw = rng.random()
    if draw < 0.04:
        return mistyped(question, rng)
    if draw < 0.07:
        return mistyped(question, rng).lower().rstrip("?.")
    if draw < 0.10:
        return question.lower()
    if draw < 0.12:
        return telegraphic(question).lower()
    if draw < 0.14:
        return telegraphic(question)
    if draw < 0.17:
        return question.rstrip("?.")
    return question
