"""A question that its context answers → one so like it that it does not.

One word is exchanged: by its opposite, a number by another, a name by one of somewhere else. It is
what the pairs of SQuAD 2.0 teach (Rajpurkar et al. 2018), for questions of every source.
"""

from __future__ import annotations

import random
import re

_PAIRS = (
    "first last|highest lowest|largest smallest|biggest smallest|most least|more fewer|before after"
    "|increase decrease|increased decreased|rise fall|rose fell|earliest latest|oldest youngest"
    "|start end|begin end|began ended|opened closed|open close|win lose|won lost|buy sell"
    "|bought sold|accept reject|accepted rejected|allow forbid|allowed forbidden|old new"
    "|north south|northern southern|east west|eastern western|left right|upper lower|above below"
    "|north east|south west|inside outside|internal external|public private|male female|men women"
    "|man woman|father mother|son daughter|brother sister|husband wife|king queen|high low"
    "|higher lower|long short|longest shortest|early late|strong weak|good bad|best worst"
    "|best-known least-known|common rare|cheap expensive|major minor|maximum minimum|import export"
    "|join leave|joined left|arrive depart|arrived departed|enter leave|appear disappear"
    "|succeed fail|succeeded failed|support oppose|supported opposed|remember forget"
    "|include exclude|included excluded|gain lose|gained lost|profit loss"
    "|income expenditure|cause prevent"
    "|future past|majority minority|ancient modern|rural urban|wet dry|hot cold|summer winter"
    "|spring autumn|morning evening|day night|domestic foreign|full empty|heavy light|positive"
    " negative|advantages disadvantages|advantage disadvantage|strengths weaknesses|founded closed"
    "|founded dissolved|created destroyed|built demolished|introduced abolished|appointed dismissed"
    "|born buried|teacher pupil|students teachers|employees customers|buyer seller"
    "|supplier customer|chairman deputy|monday thursday|weekly yearly|monthly yearly"
    "|annual monthly|north-east south-west|parent subsidiary|signed rejected"
    "|agreed refused|launched ended|raised cut"
    "|expanded shrank|gross net|fixed variable|short-term long-term|minimum average|total average"
)
OPPOSITES: dict[str, list[str]] = {}
for _pair in _PAIRS.split("|"):
    _one, _other = _pair.split()
    OPPOSITES.setdefault(_one, []).append(_other)
    OPPOSITES.setdefault(_other, []).append(_one)

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,4}(?![\w.,]*\d)")
_NAME = re.compile(r"(?<=\w )(?:[A-Z][\w-]+)(?: (?:[A-Z][\w-]+|of|the))*(?<!of)(?<!the)\b")
NEAREST, FARTHEST = 1, 12
"""How far off another number is."""


def alter(question: str, context: str, elsewhere: str, draw: random.Random) -> str | None:
    """A question that `context` does not answer, or None where none can be made of this one.

    `elsewhere` is some other text, whose names may stand in for one in the question.
    """
    changes = [change for change in (_opposite, _number, _name) if draw.random() < 0.8]
    for change in changes:
        altered = change(question, context, elsewhere, draw)
        if altered and altered != question:
            return altered
    return None


def _opposite(question: str, context: str, _: str, draw: random.Random) -> str | None:
    found = [m for m in _WORD.finditer(question) if m.group().lower() in OPPOSITES]
    if not found:
        return None
    match = draw.choice(found)
    other = draw.choice(OPPOSITES[match.group().lower()])
    if re.search(rf"\b{other}\b", context, re.I):
        return None  # which may be answered, too
    return _replaced(question, match, other)


def _number(question: str, context: str, _: str, draw: random.Random) -> str | None:
    found = list(_NUMBER.finditer(question))
    if not found:
        return None
    match = draw.choice(found)
    off = draw.randint(NEAREST, FARTHEST) * draw.choice((-1, 1))
    other = str(abs(int(match.group()) + off))
    return None if other in context else _replaced(question, match, other)


def _name(question: str, context: str, elsewhere: str, draw: random.Random) -> str | None:
    found = [m for m in _NAME.finditer(question) if m.group() in context]
    names = {m.group() for m in _NAME.finditer(elsewhere)}
    names = {name for name in names if name not in context and name not in question}
    if not found or not names:
        return None
    match = draw.choice(found)
    size = match.group().count(" ")
    likest = min(sorted(names), key=lambda name: (abs(name.count(" ") - size), draw.random()))
    return _replaced(question, match, likest)


def _replaced(question: str, match: re.Match[str], other: str) -> str:
    if match.group()[0].isupper():
        other = other[0].upper() + other[1:]
    return question[: match.start()] + other + question[match.end() :]
