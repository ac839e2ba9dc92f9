"""A country is asked for by its own name or by that of its people."""

from __future__ import annotations

import pytest

from pr_assistant.demonyms import in_the_words_of


@pytest.mark.parametrize(
    ("question", "text", "meant"),
    [
        ("When do Dutch buyers get it?", "In the Netherlands from May.", "Netherlands buyers"),
        ("When is it sold in Germany?", "German shops have it now.", "sold in German?"),
        ("What do the Swedes pay?", "It costs 90 kronor in Sweden.", "the Sweden pay"),
        ("Who is the British partner?", "A firm in the UK takes part.", "the UK partner"),
        ("Who is the French partner?", "The French firm Lerat takes part.", "the French partner"),
        ("Who is the Danish partner?", "The firm takes part.", "the Danish partner"),
        ("Is it available in English?", "It is sold in England.", "available in English"),
        ("Does it support Chinese?", "It is sold in China.", "support Chinese?"),
        ("Does the app speak French fluently?", "It is sold in France.", "speak French"),
        ("What did Finn say?", "It is sold in Finland.", "did Finn say"),
        ("Who is Dane Smith?", "It is sold in Denmark.", "is Dane Smith"),
        ("What did Mr Ireland say?", "Irish homes use it.", "Mr Ireland say"),
        ("Does Polish help?", "Wax and polish are sold in Oslo.", "Does Polish help"),
        ("Will Finns use it?", "Finnish homes use it.", "Will Finnish use it"),
    ],
)
def test_the_word_of_the_release_is_put_in_its_place(question: str, text: str, meant: str) -> None:
    assert meant in in_the_words_of(question, [text])
