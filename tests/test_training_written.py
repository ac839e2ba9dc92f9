"""Releases written by hand: every answer is a place, and no held release is trained on."""

from __future__ import annotations

from pathlib import Path

import pytest
from training import written
from training.reader.sources import load

RELEASE = """Acme opens a plant

LEEDS, 3 May 2024 – Acme employs 512 people in Leeds. Ann Lee, its head, said 512 was a start.
"""


def write(folder: Path, name: str, *questions: str) -> Path:
    path = folder / name
    path.write_text(RELEASE + "=====\n" + "\n".join(questions) + "\n", encoding="utf-8")
    return path


def test_answers_are_places_in_the_release(tmp_path: Path) -> None:
    one = written.read(
        write(
            tmp_path,
            "01.txt",
            "number | How many work there? | employs [[512]] people",
            "person | Who said so? >> And her post? | Ann Lee, its head || 3 May 2024",
            "number | How many work in York? | - | in Leeds",
        )
    )
    first, second, third = one.questions
    assert [one.text[slice(*place)] for place in first.answers] == ["512"]
    assert first.answers[0].start == one.text.index("512")
    assert (second.text, second.history) == ("And her post?", ("Who said so?",))
    assert len(second.answers) == 2 and "Who said so?" in second.standalone
    assert not third.answers and third.misleading is not None


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("number | How many? | 512", "stands 2 times"),
        ("number | How many? | 513", "stands 0 times"),
        ("number | How many?", "three columns"),
        ("number | How many? | - | in Leeds | 3 May", "three columns"),
        ("figure | How many? | -", "no kind"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, row: str, fault: str) -> None:
    path = write(tmp_path, "01.txt", row)
    with pytest.raises(ValueError, match=fault) as error:
        written.read(path)
    assert str(path) in str(error.value) and "How many?" in str(error.value)


def test_every_seventh_is_held(tmp_path: Path) -> None:
    for number in range(1, 9):
        write(tmp_path, f"{number:02}.txt", f"number | Question {number}? | employs [[512]] people")
    held = load([tmp_path], "held").asked
    trained = load([tmp_path], "train").asked
    assert [one.question for one in held] == ["Question 7?"]
    assert len(trained) == 7 and "Question 7?" not in {one.question for one in trained}


def test_what_is_marked_in_a_passage_is_the_answer() -> None:
    """Of all that are written, trained on or held."""
    for split in ("train", "held"):
        answers = {
            (one.standalone, release.text[slice(*place)])
            for release in written.load()
            if release.held == (split == "held")
            for one in release.questions
            for place in one.answers
        }
        corpus = load([written.FOLDER], split)
        marked = {
            (asked.question, corpus.contexts[index].text[slice(*span)])
            for asked in corpus.asked
            for index, spans in asked.gold
            for span in spans
        }
        assert marked <= answers and len(marked) > 0.97 * len(answers)
