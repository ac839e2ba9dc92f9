"""Quoted pieces in sentences that say nothing of saying, and words that nobody said."""

from __future__ import annotations

import pytest
from facts_support import read

ROE = "Jane Roe, Head of Tax at Globex, "


def quoted(text: str) -> list[tuple[str | None, str]]:
    return [(q.speaker, q.quote) for q in read(text).quotations if not q.indirect]


THEIRS: dict[str, tuple[str, str]] = {
    "put at": (
        f"{ROE}put the loss at 47, of which “seven will come back”.",
        "seven will come back",
    ),
    "used to say": (f"{ROE}led it. “We are deaf to it,” she used to say.", "We are deaf to it,"),
    "did say": (f"{ROE}did say that a rise was “not on our minds”.", "not on our minds"),
    "asked by others before": (
        f"{ROE}said that Globex had asked five yards, and that one was “too deep for us”.",
        "too deep for us",
    ),
    "behind what a model predicted": (
        f"{ROE}disclosed that two had burnt later than the model predicted, “which troubled us”.",
        "which troubled us",
    ),
    "stressed, before a colon": (
        "Sales were not the issue, stressed Head of Tax Jane Roe: “We want another game.”",
        "We want another game.",
    ),
    "as she puts it": (
        f"{ROE}spoke. Her shop is there “to sell ice to all”, as she puts it, and shuts.",
        "to sell ice to all",
    ),
    "is how she sums it up": (
        f"{ROE}spoke. “The good ones say so,” is how Ms Roe sums up the test.",
        "The good ones say so,",
    ),
    "in her words, behind a piece": (
        f"{ROE}spoke. They lose “hardly as much as a pot”, in her words.",
        "hardly as much as a pot",
    ),
    "in the words of": (
        f"{ROE}spoke. The union welcomed it “with one cold hand”, in the words of Ms Roe.",
        "with one cold hand",
    ),
    "but warned behind a word in marks": (
        f"{ROE}called it “fair” but warned that “a branch without cash is half a branch.”",
        "a branch without cash is half a branch.",
    ),
    "saying only": (
        f"{ROE}spoke. She gave no date, saying only that it was “where such things should be”.",
        "where such things should be",
    ),
    "the view of the subject": (
        f"{ROE}spoke. She does not rule it out, “but first we want figures”.",
        "but first we want figures",
    ),
    "thinks that": (
        f"{ROE}spoke. She thinks that the new price “won't survive May”.",
        "won't survive May",
    ),
    "intends to": (f"{ROE}intends to learn Dutch “before we sail”.", "before we sail"),
    "sees no": (
        f"{ROE}sees no need for haste, “because we have the time”.",
        "because we have the time",
    ),
    "foresees, with a condition": (
        f"{ROE}spoke. She does not foresee a rise in May, “if the wind is kind”.",
        "if the wind is kind",
    ),
    "no quarrel": (f"{ROE}spoke. She had “no quarrel with the boat”.", "no quarrel with the boat"),
    "is annoyed, behind a colon": (
        f"{ROE}is annoyed: they could not go, “and that is why they pay”.",
        "and that is why they pay",
    ),
    "founder and head": (
        "“I hired too fast in May,” founder and CEO Jane Roe said.",
        "I hired too fast in May,",
    ),
    "a doctor's way": (
        f"{ROE}spoke. “The good ones say so,” is how tax head Dr. Jane Roe sums it up.",
        "The good ones say so,",
    ),
    "alone behind what she says": (
        "No fees are planned, says Globex's managing director Jane Roe. “You buy it, you own it.”",
        "You buy it, you own it.",
    ),
    "behind the name of a group": (
        "The consumer group Fair Fares objects: its adviser, Jane Roe, regretted the loss of it."
        " She called the terms “nineteen pages of it”.",
        "nineteen pages of it",
    ),
    "behind a short form": (
        f"{ROE}spoke. “It knows that,” said Adj. Prof. Roe. “So both will look.”",
        "So both will look.",
    ),
    "one who retires": (
        "Skier Jane Roe is retiring at once. She had hurt her knee in May.\n\n“My knee sent me a"
        " note,” she said.",
        "My knee sent me a note,",
    ),
    "the professor": (
        "Prof. Jane Roe of Globex spoke. “I had it pressed in Turin,” said the professor.",
        "I had it pressed in Turin,",
    ),
    "behind a club's name": (
        "He came from the Turin Stars academy, where he was seen by its head, Jane Roe, then a"
        " scout. “I had gone there for another,” she recalled.",
        "I had gone there for another,",
    ),
}


@pytest.mark.parametrize("name", THEIRS)
def test_it_is_theirs(name: str) -> None:
    text, words = THEIRS[name]
    assert ("Jane Roe", words) in quoted(text)


NOBODYS: dict[str, str] = {
    "the title of a talk": "• Jane Roe, Head of Tax: “What a ton of rain costs” – Tuesday 9 June",
    "what is given for": f"{ROE}received the medal “for a life in the rain”.",
    "a jury under her": (
        "The jury, which met in May under the chemist Jane Roe and considered 71 of them, said"
        " that both had “changed what a nurse does”."
    ),
    "a board's": (
        f"{ROE}said that costs rose. The board replied that a bid would be “neither firm nor real”."
    ),
    "since it was small": "Jane Roe, who kept it since it was “the size of a plum”, slept.",
    "a charge": f"{ROE}faces a charge of “conduct likely to mislead investors”.",
    "a dismissal": f"{ROE}left in May. She was dismissed for “gross misconduct in office”.",
    "a rating": f"{ROE}joined from Initech, rated by analysts as “a very strong buy”.",
    "what others called it": f"{ROE}said costs fell. The unions had called it “a bad day for us”.",
    "a slogan": (
        f"{ROE}said costs fell. Workers had marched under the slogan “give us our jobs back”."
    ),
    "what ads read": f"{ROE}said costs fell. The ads would read “we are there for you”.",
    "what another thing is": f"{ROE}said costs fell. Part of it was “the first on my list”.",
    "what may be told on": f"{ROE}said costs fell. She would meet it “by order of the court”.",
    "what a court found": f"{ROE}lost her case, found by the court to be “without any merit”.",
    "what others would do": f"{ROE}said costs fell. Staff would come “by hook or by crook”.",
    "a slogan that she drops": f"{ROE}spoke. She intends to drop the line, “because you earn it”.",
    "a clause that she sees": f"{ROE}sees no breach of the contract, “if the goods come by noon”.",
    "what others say behind": (
        f"{ROE}spoke. She does not rule it out, “but first we want figures,” the union said."
    ),
    "what others hold, whom she doubts": (
        f"{ROE}does not see a loss, unlike the banks, who fear it, “because the sea is high”."
    ),
    "a name that goes on": f"{ROE}intends to join Globex's “before we sail” campaign.",
    "what is believed of her": f"{ROE}is believed to have run “before the bell had rung”.",
    "what she denies": f"{ROE}does not think that Globex is “out of control at all”.",
    "a prize": f"{ROE}won the medal “for a life at sea”.",
    "what a lawyer means": (
        "The lawyer for chief executive Jane Roe intends to appeal, “because the court erred”."
    ),
    "a charge that she hopes to escape": f"{ROE}hopes to escape a charge of “gross neglect”.",
    "what she wants ads to read": f"{ROE}wants the ads to read “we are there for you”.",
    "a chant that she feared": f"{ROE}feared the chant of “out with the old”.",
    "a card": f"{ROE}spoke. She would get a card “to the best of mothers”.",
    "a passive, told on": f"{ROE}said costs fell. She would be known again “as the cold hand”.",
    "words of somebody beside her": (
        f"{ROE}met Ann Poe, Head of Law. The lawyer of Jane Roe thinks that it “won't survive May”."
    ),
    "a perfect passive": f"{ROE}said costs fell. She had been moved “to a place of less note”.",
    "a subject in between": f"{ROE}spoke. The paper thinks that her plan “won't survive May”.",
}


@pytest.mark.parametrize("text", NOBODYS.values(), ids=NOBODYS)
def test_it_is_nobodys(text: str) -> None:
    assert quoted(text) == []
