"""`Release` → passages: exact slices that the embedder reads whole, with nothing lost."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pr_assistant import passages, sentences, structure
from pr_assistant.embedding import Embedder
from pr_assistant.models import Passage, Release
from pr_assistant.releases import parse

LIMIT = 254
SLOW = settings(suppress_health_check=[HealthCheck.too_slow])
SENTENCE = "Acme Holdings today opened a plant that will make ten thousand pumps a year in Lyon. "


@pytest.fixture(scope="module")
def parts(release: Release, embedder: Embedder) -> list[Passage]:
    """The passages of the real release."""
    return passages.split(release, embedder.tokenise, LIMIT)


def check(text: str, embedder: Embedder, limit: int = LIMIT) -> tuple[Release, list[Passage]]:
    """Part a text and hold the passages against everything that must be true of any."""
    release = parse(text.encode(), "release")
    parts = passages.split(release, embedder.tokenise, limit)
    sizes = [len(pieces) for pieces in embedder.tokenise([part.text for part in parts])]
    assert max(sizes, default=0) <= limit
    at = 0
    for part in parts:
        assert part.text == release.text[part.start : part.end]
        assert part.text.strip()
        assert at <= part.start
        assert not release.text[at : part.start].strip()
        homes = [s for s in release.sections if s.start <= part.start and part.end <= s.end]
        assert [home.name for home in homes] == [part.section]
        at = part.end
    assert not release.text[at:].strip()
    return release, parts


def test_the_limit_is_what_the_model_reads(embedder: Embedder) -> None:
    """Of 256 word pieces two are special: text past the other 254 changes nothing in a vector."""
    assert embedder.spec.max_pieces == LIMIT
    full = " ".join(["pump"] * LIMIT)
    short, whole, over = embedder.embed([" ".join(["pump"] * (LIMIT - 1)), full, f"{full} zebra"])
    assert np.array_equal(whole, over)
    assert not np.allclose(short, whole, atol=1e-6)


def test_no_end_of_a_passage_is_cut_off_by_the_embedder(
    embedder: Embedder, parts: list[Passage]
) -> None:
    """A vector that changes with a passage's last word was made from all of it."""
    long = parse((SENTENCE * 90).encode(), "long")
    texts = [p.text for p in [*parts, *passages.split(long, embedder.tokenise, LIMIT)]]
    shortened = [text.rstrip('."').rpartition(" ")[0] for text in texts]
    cosines = (embedder.embed(texts) * embedder.embed(shortened)).sum(axis=1)
    assert (cosines < 0.99999).all()


def test_the_release(embedder: Embedder, release: Release) -> None:
    _, parts = check(release.text, embedder)
    assert [(p.section, p.text[:20]) for p in parts] == [
        ("metadata", "date 2025-06-27"),
        ("title", "Fostering an Integra"),
        ("body", "HONG KONG, June 26, "),
        ("body", "Under the MoU, Huawe"),
        ("body", "Notably, PolyU has s"),
        ("body", "Mr. Sunny SHANG, Pre"),
        ("body", "Prof. Christopher C "),
        ("body", "PolyU's outstanding "),
        ("body", "Huawei Cloud is comm"),
        ("body", "Huawei Cloud and Pol"),
        ("About HUAWEI", "About HUAWEI\n\nFounde"),
        ("About The Hong Kong Polytechnic University", "About The Hong Kong "),
    ]


@pytest.mark.parametrize(
    ("lead_in", "last_words"),
    [
        (
            "Mr. Sunny SHANG, President of Huawei Cloud Asia Pacific, remarked",
            'and impactful research outcomes."',
        ),
        (
            "Prof. Christopher C HAO , Vice President (Research and Innovation) of PolyU, said",
            'start-ups to scale internationally."',
        ),
    ],
    ids=["Shang", "Chao"],
)
def test_a_quotation_of_the_release_is_whole_with_its_lead_in(
    parts: list[Passage], lead_in: str, last_words: str
) -> None:
    assert [p.text.endswith(last_words) for p in parts if lead_in in p.text] == [True]


@pytest.mark.parametrize(
    "fact",
    [
        "Mr.Jason Zhang, Managing Director of Huawei Cloud Hong Kong and Mr. Kelvin WONG, Director",
        "six PolyU-affiliated start-ups have received government funding of over HK$10 million",
        "approximately 208,000 employees and we operate in over 170 countries and regions",
        "ranks 56th worldwide and second in Hong Kong",
    ],
)
def test_a_fact_of_the_release_stands_whole_in_one_passage(parts: list[Passage], fact: str) -> None:
    assert sum(fact in part.text for part in parts) == 1


NASTY = {
    "a word of 3,000 letters": "Acme " + "pumps" * 600 + " opened.",
    "nothing but a word of 3,000 letters": "x" * 3_000,
    "3,000 full stops": "Acme" + "." * 3_000,
    "3,000 hyphens and letters": "Acme opens " + "a-" * 1_500,
    "a web address of 3,000 letters": "See https://acme.example/" + "pumps/?q=%20wells&" * 160,
    "a picture as letters": "data:image/png;base64," + "QWNtZSBvcGVucyBhIHBsYW50IGlu/" * 99,
    "syllables with a comma and no space": "각한국," * 700,
    "a sentence of 2,000 words": "Acme opened " + "and a plant in Lyon " * 400 + ".",
    "Japanese": "東京のアクメ株式会社は、新しい工場を開設したと発表しました。" * 60,
    "Japanese without full stops": "東京のアクメ株式会社は新しい工場を開設した" * 60,
    "Thai": "บริษัทเปิดโรงงานใหม่ในกรุงเทพ" * 80,
    "emoji": "🚀👩‍🔬🇭🇰" * 500,
    "emoji between words": "Acme 🚀 opens 👩‍🔬 a plant 🇭🇰 " * 120,
    "combining characters": "Z̸̢̛a̷͓̒l̴͉̈́g̵̬̈ö̴̪́ ṕ̴͇u̵̗͋m̶̗̈́p̴̳̕s̷̰͝ " * 120,
    "what the tokenizer drops": "\u200b" * 3_000 + " Acme opens a plant.",
    "a table with bars": "Title\n\n" + "| 2024 | $5.0m | 40 |\n" * 200,
    "a table with tabs": "Title\n\n" + "2024\t$5.0m\t40\n" * 200,
    "hundreds of bullets": "Acme Opens a Plant\n\n" + "• Pumps for wells in Lyon\n" * 400,
    "hundreds of headings": "Acme\n\n" + f"## What It Makes\n\n{SENTENCE}\n\n" * 200,
    "line ends of Windows": (f"{SENTENCE}\r\n\r\n" * 60),
    "no blank lines": f"{SENTENCE}\n" * 90,
    "one paragraph": SENTENCE * 90,
    "wrapped by hand": ("Acme Holdings today opened a plant that will make ten thousand\n" * 90),
    "unclosed quotation": f'"{SENTENCE * 40}\n\n{SENTENCE}',
    "form feeds": "Acme opens a plant.\f\vIt is new." * 120,
    "spaces of many kinds": "Acme\u3000opens\u2028a\u00a0plant.\u2003" * 200,
}


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
@pytest.mark.parametrize("limit", [LIMIT, 16])
def test_any_text_is_parted_without_loss(text: str, limit: int, embedder: Embedder) -> None:
    check(text, embedder, limit)


TEXT = st.lists(
    st.one_of(
        st.sampled_from(
            [
                SENTENCE, SENTENCE * 4, "Mr. Lee said: ", '"', "“", "”", "\n", "\n\n", " ",
                "About Acme\n\n", "LONDON, 3 May 2024 – ", "• ", "1. ", " | ", "pump" * 30, "a-b_",
                "각한국", "東京。", "é", "e\u0301", "🚀", "\u200d", "HK$10 million", "5.2%", "...",
                "antidisestablishmentarianism", "\u0e1a\u0e23\u0e34", "\x0b", "\x85", "\u2028",
            ]
        ),
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=8),
    ),
    min_size=1,
    max_size=40,
).map("".join).filter(lambda text: text.strip("\ufeff").strip())  # fmt: skip


@SLOW
@given(TEXT, st.sampled_from([LIMIT, 40, 12]))
def test_any_text_at_all_is_parted_without_loss(embedder: Embedder, text: str, limit: int) -> None:
    check("Acme " + text, embedder, limit)


@SLOW
@given(st.text("abcdefghinostu-_/.,%01é", min_size=99, max_size=700), st.sampled_from([LIMIT, 20]))
def test_words_that_must_be_cut_still_fit(embedder: Embedder, text: str, limit: int) -> None:
    """A word's second half may need more pieces by itself than it had as a part of the word."""
    check(f"Acme {text}", embedder, limit)


WORDS = "We have worked for this day, and it has come. "
SAID = {
    "lead-in first": 'Ms. Jane Doe, Head of Tax at Acme, said: "{words}It is here." ',
    "speaker last": '"{words}It is here," said Ms. Jane Doe, Head of Tax at Acme. ',
    "speaker in the middle": '"It is here," said Ms. Jane Doe, Head of Tax. "{words}We won." ',
}


@pytest.mark.parametrize("form", SAID.values(), ids=SAID)
@SLOW
@given(before=st.integers(0, 12), inside=st.integers(1, 15), after=st.integers(0, 12))
def test_a_quotation_that_fits_is_in_one_passage_with_its_speaker(
    embedder: Embedder, form: str, before: int, inside: int, after: int
) -> None:
    """Wherever it stands in however long a paragraph."""
    said = form.format(words=WORDS * inside)
    assert len(embedder.tokenise([said])[0]) <= LIMIT
    text = SENTENCE * before + said + SENTENCE * after
    _, parts = check(f"Acme Opens\n\nLONDON, 3 May 2024 – It is open.\n\n{text}", embedder)
    assert [said.strip() in part.text for part in parts].count(True) == 1


def test_a_long_paragraph_is_parted_evenly_and_between_sentences(embedder: Embedder) -> None:
    text = SENTENCE * 16
    _, parts = check(f"Acme Opens a Plant\n\nLONDON, 3 May 2024 – It is open.\n\n{text}", embedder)
    long = [part for part in parts if part.text.startswith("Acme Holdings")]
    sizes = [len(pieces) for pieces in embedder.tokenise([part.text for part in long])]
    assert len(long) == 2
    assert max(sizes) - min(sizes) <= len(embedder.tokenise([SENTENCE])[0])
    assert all(part.text.endswith("in Lyon.") for part in long)


def test_short_paragraphs_share_a_passage_and_a_heading_stays_with_its_text(
    embedder: Embedder,
) -> None:
    bullets = "".join(f"• Pump number {n} is for wells.\n" for n in range(6))
    text = f"Acme Opens a Plant\n\nLONDON, 3 May 2024 – {SENTENCE}\n\n## Pumps\n\n{bullets}"
    _, parts = check(text, embedder)
    assert [part.section for part in parts] == ["title", "body", "Pumps"]
    assert parts[2].text.startswith("## Pumps\n\n• Pump number 0")


def test_a_line_that_announces_a_list_stays_with_it(embedder: Embedder) -> None:
    announce = SENTENCE * 5 + "It makes three things:"
    text = f"Acme Opens\n\nLONDON, 3 May 2024 – {announce}\n\n- Pumps\n- Wells\n- Taps\n"
    _, parts = check(text, embedder)
    assert [p.text.partition("\n\n")[2][:7] for p in parts if "three things" in p.text] == [
        "- Pumps"
    ]


def test_no_passage_of_the_release_begins_or_ends_inside_a_sentence(
    release: Release, parts: list[Passage]
) -> None:
    borders = {
        edge
        for p in structure.paragraphs(release.text)
        for s in sentences.split(release.text, p.start, p.end)
        for edge in s
    } | {edge for section in release.sections for edge in (section.start, section.end)}
    assert {edge for part in parts for edge in (part.start, part.end)} <= borders
