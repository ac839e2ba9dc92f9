"""Small words of questions, mistyped or put otherwise: "whn was it", "who put pen to paper".

The words of a release mend themselves by the release (`known_words`); what a question asks for
hangs on these, and no release has them.
"""

from __future__ import annotations

import re

_OPENING = {
    "who": "woh",
    "when": "whn wehn hwen whne whe",
    "where": "wher wheer whre wehre",
    "what": "wht waht wat whta hwat whats",
    "which": "wich whcih whihc wihch whch",
    "why": "wyh hwy",
    "how": "hw hwo",
    "how many": "howmany",
    "how much": "howmuch",
}
"""What a question opens with → how it is mistyped."""
_ANYWHERE = {
    "rank": "rnk rnak",
    "ranking": "rankng ranknig rakning",
    "price": "prise pirce",
    "number": "nr nmbr numbr",
    "many": "mny mnay",
    "much": "mcuh muhc",
    "founded": "fouded foundd fonded",
    "employees": "emplyees employes empolyees emplyoees",
}
_BEHIND = re.compile(
    r"\s+(?:is|was|were|are|did|does|do|will|has|have|can|many|much)\b", re.IGNORECASE
)
"""What stands behind a word that opens a question."""
_PEN = re.compile(
    r"\bput (?:pen to paper|(?:his|her|their) (?:names?|signatures?) (?:to|on|under))\b",
    re.IGNORECASE,
)
""" "Who put pen to paper?", "Who put their name to it?"."""
_WORD = re.compile(r"[^\W\d_]+")


def _turned(of: dict[str, str]) -> dict[str, str]:
    return {typo: right for right, typos in of.items() for typo in typos.split()}


_OPENS, _STANDS = _turned(_OPENING), _turned(_ANYWHERE)


def opened(question: str) -> str:
    """The question with the word that it opens with, and what is usually asked for, spelt right,
    and who put pen to paper as who signed; a word with a capital within it is left alone."""
    first = _WORD.match(question)
    right = _OPENS.get(first.group().lower()) if first else None
    if first and first.group() == "wen" and question.islower():
        right = "when"  # with a capital it is a name
    if first and right and (_BEHIND.match(question, first.end()) or " " in right):
        question = right.capitalize() + question[first.end() :]

    question = _PEN.sub("signed", question)

    def spelt(match: re.Match[str]) -> str:
        word = match.group()
        return _STANDS.get(word, word)

    return _WORD.sub(spelt, question)
