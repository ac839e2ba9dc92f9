"""Text → sentences: where one ends, where it only looks as if, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pr_assistant.sentences import split

ONE_SENTENCE = [
    "It was signed by Mr. Kelvin WONG and Mr.Jason Zhang of Huawei Cloud.",
    "Prof. Christopher CHAO and Dr. Amy LUNG were there with Ms. Lee and Mrs. Yu.",
    "The author J. K. Rowling met Christopher C. Hao and George W. Bush.",
    "Six start-ups received over HK$10 million each, or US$1.28 million at 7.8 to the dollar.",
    "Profit rose 5.2% to $1.5 billion, from 4.75 in the year to 31.12.2024.",
    "Acme Inc. Chairman Bob Ray and Globex Corp. President Ann Poe signed.",
    "Acme Inc. (NASDAQ: ACME) today announced its results.",
    "Huawei Technologies Co., Ltd. Vice President Li Wei spoke.",
    "The U.S. Department of Energy and the U.K. Treasury agreed.",
    "Doors open at 9 a.m. Monday and close at 5 p.m. Friday.",
    "It was ranked No. 5 in Asia and no. 12 worldwide (see Fig. 3, p. 7 and Vol. 2).",
    "The office in St. Louis opened on Jan. 5, and moved on Sept. 30.",
    "She holds a Ph.D. from MIT, an M.B.A. from INSEAD and a B.A. from Oxford.",
    "They paused... and went on, e.g. Apple, i.e. Cupertino, vs. Google.",
    "Gov. Jane Doe met Gen. John Roe, Sen. Max Moe and Rev. Al Coe.",
    "1. Open the box.",
    "Version 2.0 of CloudMatrix 384 runs at huawei.com/hk and on v3.1.4 too.",
    "no full stop at the end",
    "Wait",
]

MANY_SENTENCES = [
    "The deal is done. | It was signed in Shenzhen. | Both sides were pleased!",
    "Is it new? | Yes. | It is.",
    "They work at Acme Inc. | The firm is old.",
    "He moved to the U.S. | He stayed there.",
    "Doors open at 9 a.m. | The talk begins at ten.",
    "The answer is no. | We left.",
    "It opened in Jan. | The rest followed.",
    "Profit rose 5.2%. | Revenue fell to $3.4 million. | 2025 will be better.",
    "Each got HK$10 million. | Since then it grew.",
    '"We are glad." | She smiled.',
    "“We are glad.” | “It is a start,” she said.",
    "He said, 'We won.' | Then he left.",
    "(It is so.) | That is all.",
    "They paused... | Then they went on.",
    "They paused… | Then they went on.",
    "They sell pumps, taps, etc... | Then they rest.",
    "He works at Acme Inc. | “Pumps sell,” he said.",
    "It costs more. | $5 million more.",
    "It ranks 54th. | In Asia it is second.",
    "Visit https://huawei.com/hk/. | It is free.",
    "It has tools, parts, etc. | The list is long.",
    "It raised a Series B. | The round was led by Acme.",
    "It was signed by Mr. Lee.\n\n | Ms. Poe was there.",
    "Really?! | Yes!!! | Good.",
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_what_does_not_end_a_sentence(text: str) -> None:
    assert [text[slice(*span)] for span in split(text)] == [text]


@pytest.mark.parametrize("marked", MANY_SENTENCES)
def test_where_a_sentence_ends(marked: str) -> None:
    """`|` marks the borders; it and the white space at it are no part of the text's sentences."""
    expected = [part.strip() for part in marked.split("|")]
    text = marked.replace("| ", "")
    assert [text[slice(*span)] for span in split(text)] == expected


TRICKY = (
    "Mr. Prof. C. Inc. U.S. a.m. No. Jan. 5 5.2 HK$10 million The it said end. end! end? end..."
    ' … “We glad.” "Go." (so.) 1. \' é 東京。 🚀 . ..'
).split()
SPACES = ["", "\n", "\n\n", "\t", "\xa0", "\u3000", "\r\n"]
PROSE = st.lists(
    st.one_of(st.sampled_from([*TRICKY, *SPACES]), st.text(max_size=6)), max_size=30
).map(" ".join)


@given(PROSE, st.data())
def test_every_character_of_ink_is_in_exactly_one_sentence_in_order(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = split(text, start, end)
    at = start
    for span in spans:
        assert at <= span.start < span.end <= end
        assert not text[at : span.start].strip()
        assert text[slice(*span)] == text[slice(*span)].strip()
        at = span.end
    assert not text[at:end].strip()


@given(PROSE)
def test_a_text_by_itself_is_split_as_it_is_within_a_larger_one(text: str) -> None:
    padded = f"Xy {text} Zz"
    shifted = [(span.start - 3, span.end - 3) for span in split(padded, 3, 3 + len(text))]
    assert shifted == [tuple(span) for span in split(text)]
