"""English questions are told from those in other languages; in doubt a question is English."""

from __future__ import annotations

import pytest

from pr_assistant.language import is_english


@pytest.mark.parametrize(
    "question",
    [
        "Who signed the MoU for PolyU?",
        "startups founded polyu",
        "KTEO",
        "Is La Poste a party?",
        "What does \u201cOpening Minds\u201d mean?",
        "der Spiegel?",
        "How many people does El Corte Inglés employ in Las Palmas?",
        "Qingfei Min role",
        "",
        "42?",
    ],
)
def test_english(question: str) -> None:
    assert is_english(question)


@pytest.mark.parametrize(
    "question",
    [
        "Wer hat die Absichtserklärung für PolyU unterzeichnet?",
        "Wie viele Mitarbeiter hat die Firma?",
        "Qui a signé le protocole pour PolyU ?",
        "¿Quién firmó el acuerdo con la universidad?",
        "Quem assinou o memorando para os parceiros?",
        "Chi ha firmato il memorandum per la università?",
        "华为有多少员工？",
        "Кто подписал меморандум?",
        "誰がPolyUのために署名しましたか",
    ],
)
def test_other_languages(question: str) -> None:
    assert not is_english(question)
