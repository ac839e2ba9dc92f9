"""Whether a question is in English, which is all that the default engine reads."""

from __future__ import annotations

import re

_ENGLISH = frozenset(
    "the a an of in on at to for from by with and or is are was were be been has have had do does"
    " did who what when where why how which whose whom many much there this that it its they their"
    " he she his her say said tell about not no yes any".split()
)
_OTHERS = (
    frozenset(
        # German, Dutch
        "der die das den dem des ein eine einen einer und oder ist sind war waren wird werden"
        " hat haben wer wen wem was wann wo warum wie welche welcher welches wieviele viele"
        " für mit von vom zum zur nicht auf über het een van wie wat wanneer waar waarom hoe"
        " welke zijn"
        # French
        " le la les un une du et ou est sont était qui que quoi quand où pourquoi comment quel"
        " quelle quels quelles combien dans avec pour sur pas au aux ce cette"
        # Spanish, Portuguese, Italian
        " el los las una y o es son fue fueron quién quien qué que cuándo cuando dónde donde"
        " por cómo como cuál cual cuántos cuántas cuanto con para os as um uma é são foi quem"
        " quando onde quantos il lo gli uno è sono chi che cosa quando dove perché come quale"
        " quanti quante di del della firmó firmato assinou".split()
    )
    - _ENGLISH
)
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_WORD = re.compile(r"[^\W\d_]+")


def is_english(question: str) -> bool:
    """Whether a question may be read as English: telegraphic ones and bare names may."""
    letters = _LETTER.findall(question)
    if letters and sum(bool(_LATIN.match(one)) for one in letters) < len(letters) / 2:
        return False
    words = [word.lower() for word in _WORD.findall(question)]
    foreign = sum(word in _OTHERS for word in words)
    return foreign < 2 or foreign <= sum(word in _ENGLISH for word in words)
