"""What stands between quotation marks: mixed, nested, over paragraphs, beside inches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pr_assistant import quotations, structure

FOUND = {
    "curly closed straight": ('He said: “It is big." Sales rose.', ['“It is big."']),
    "inches": ('A 6" pipe. She said: "It is big." So', ['"It is big."']),
    "inches inside": ('"the 6" pipe is big," she said.', ['"the 6" pipe is big,"']),
    "only inches": ('a 27" screen and a 32" screen', []),
    "never closed": ("“We are proud.", []),
    "over paragraphs": ("“We grow.\n\n“It is big,” she said.", ["“We grow.", "“It is big,”"]),
    "open, then something else": ("“Open. He left.\n\nThe “x y”.", ["“x y”"]),
    "single with apostrophes": (
        "‘It’s big,’ she said. The firm’s ‘plan’",
        ["‘It’s big,’", "‘plan’"],
    ),
    "guillemets": ("«It is big», she said.", ["«It is big»"]),
    "low and high": ("„It is big“, she said. „So“ x", ["„It is big“", "„So“"]),
    "nested": ("“A “plan” here,” she said. “ok”", ["“A “plan” here,”", "“ok”"]),
    "names in a row": ('"One Two"," Three", and "Four"', ['"One Two"', '" Three"', '"Four"']),
    "after a bracket or a dash": ('("so") and —"dash"', ['"so"', '"dash"']),
    "apostrophes": ("rock ’n’ roll and the ‘90s", []),
}


@pytest.mark.parametrize(("text", "pieces"), FOUND.values(), ids=FOUND)
def test_pieces(text: str, pieces: list[str]) -> None:
    found = quotations.find(text, structure.paragraphs(text))
    assert [text[slice(*piece)] for piece in found] == pieces


def test_inner_leaves_out_the_marks_that_are_there() -> None:
    text = "“We grow.\n\n“It is big,” she said."
    first, second = quotations.find(text, structure.paragraphs(text))
    assert text[slice(*quotations.inner(text, first))] == "We grow."
    assert text[slice(*quotations.inner(text, second))] == "It is big,"


MARKS = st.sampled_from([",", ".", '"', "“", "”", "„", "«", "»", "‘", "’", "\n\n", "6", "We are"])


@given(st.lists(st.one_of(MARKS, st.text(max_size=4)), max_size=25).map("".join))
def test_pieces_are_ordered_slices_of_their_paragraphs(text: str) -> None:
    paragraphs = structure.paragraphs(text)
    at = 0
    for piece in quotations.find(text, paragraphs):
        assert at <= piece.start < piece.end
        assert any(p.start <= piece.start and piece.end <= p.end for p in paragraphs)
        assert text[piece.start] in '"“„«‘'
        at = piece.end
