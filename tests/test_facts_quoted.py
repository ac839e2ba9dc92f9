"""Pieces and statements whose speaker only the sense of the sentence round them gives."""

from __future__ import annotations

import pytest
from facts_support import read

ROE = "Jane Roe, Head of Tax at Globex, "
Said = tuple[str | None, bool, str]


def said(text: str) -> list[Said]:
    return [(q.speaker, q.indirect, q.quote) for q in read(text).quotations]


HERS: dict[str, tuple[str, tuple[bool, str]]] = {
    "expected": (
        f"{ROE}expects a year “much like the last one”.",
        (False, "much like the last one"),
    ),
    "lauded": (f"{ROE}lauded the town for “lending us a hand”.", (False, "lending us a hand")),
    "put down to": (
        f"{ROE}put the loss down to “rain and worse pies”.",
        (False, "rain and worse pies"),
    ),
    "accused behind a first piece": (
        f"{ROE}said she was “not amused” and accused the union of going “by the school bell”.",
        (False, "by the school bell"),
    ),
    "through her": (
        f"{ROE}spoke. The fund, which had called for a sale, said through its partner Hugo Lund"
        " that it would “give them four quarters”.",
        (False, "give them four quarters"),
    ),
    "through her, reported": (
        f"{ROE}spoke. The fund said through its partner Hugo Lund that the price stood.",
        (True, "the price stood"),
    ),
    "told in between": (
        f"{ROE}spoke. Her first act, she told members on Monday, would be to rest.",
        (True, "would be to rest"),
    ),
    "said before the name in between": (
        f"{ROE}spoke. That, said Roe, was why the yard opened late.",
        (True, "was why the yard opened late"),
    ),
    "in her words, behind": (
        f"{ROE}spoke. A float is far, “not a day before we are dull,” in Ms Roe's words.",
        (False, "not a day before we are dull,"),
    ),
    "laughed": (f"“We are glad,” laughed {ROE[:-2]}.", (False, "We are glad,")),
    "a space before the comma": (f"“We are glad” , explains {ROE[:-2]} .", (False, "We are glad")),
    "a short form before the name": (
        f"{ROE}spoke. “We are glad,” predicted its chair, Assoc. Prof. Jane Roe, and left.",
        (False, "We are glad,"),
    ),
    "alone behind what she does": (
        f"{ROE}is having none of it. “We drive seven days a week.”",
        (False, "We drive seven days a week."),
    ),
    "alone behind a source": (
        f"According to {ROE}one in ten asks for it. “Two years ago nobody did.”",
        (False, "Two years ago nobody did."),
    ),
    "alone behind a question": (
        f"{ROE}said that fares would rise. Why now? “We need the money.”",
        (False, "We need the money."),
    ),
    "already said": (
        f"{ROE}had already said on Monday that the price had risen.",
        (True, "the price had risen"),
    ),
    "reported as saying": (
        f"{ROE}was reported as saying that she would like more of it.",
        (True, "she would like more of it"),
    ),
    "assurance": (f"{ROE}gave an assurance that none would go.", (True, "none would go")),
    "before a colon": (
        f"{ROE}spoke. Buyers will not pay more, she promised: the price will stay at £1.",
        (True, "Buyers will not pay more"),
    ),
    "a word before the verb": (
        f"{ROE}spoke. That, she said, is the difference between a roof and a tent.",
        (True, "That"),
    ),
    "then said": (
        f"{ROE}spoke. “We are done,” she joked – then said that she was not joking.",
        (True, "she was not joking"),
    ),
    "confessed in between": (
        f"{ROE}spoke. She had, she confessed, switched to oil for a week.",
        (True, "switched to oil for a week"),
    ),
}


@pytest.mark.parametrize("name", HERS)
def test_they_are_the_speakers(name: str) -> None:
    text, (indirect, words) = HERS[name]
    who = "Hugo Lund" if "Lund" in text else "Jane Roe"
    assert (who, indirect, words) in said(text)


NOBODYS: dict[str, str] = {
    "a firm's creed": f"{ROE}spoke. The firm's creed is “Water for all of us”.",
    "two named before": f"{ROE}met Hugo Lund, Head of Law. “We drive seven days a week.”",
    "asked before a colon": f"{ROE}spoke. Asked about delays at the yard, she replied: “Later.”",
    "a notice": f"{ROE}put up a notice. It reads “closed until further notice”.",
}


@pytest.mark.parametrize("text", NOBODYS.values(), ids=NOBODYS)
def test_what_may_be_anothers_is_left_out(text: str) -> None:
    assert [one for one in said(text) if one[2] != "Later."] == []
