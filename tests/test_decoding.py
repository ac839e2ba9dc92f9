"""Bytes → text: what is read, what is refused, and that nothing is read with loss."""

from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pr_assistant.decoding import decode, normalise
from pr_assistant.errors import ReleaseError

ENGLISH = (
    "Acme opens a café in Zürich — its first. “We paid £3 million,” said Zoë. It’s 5 % more.\n\n"
    "The site employs 200 people and will be open from March to October each year."
)
LATIN_1 = (
    "Acme opens a café in Zürich for £3 million. Zoë said it is 5 % more than in the year before."
)
JAPANESE = "東京、日本：アクメ株式会社は新しい研究所を開設したと発表しました。" * 3
CHINESE = "北京：华为云与香港理工大学签署合作备忘录，共同推动科研成果转化。" * 3
RUSSIAN = "Москва: компания объявила об открытии нового исследовательского центра." * 3
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl ředitel závodu v Ústí nad Labem. " * 3

PRINTABLE = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs", "Cc", "Cn"]),
        st.sampled_from("\n\r\t éßñ“”’—…\u0301\u200b\ufffdﬁÅΩ한"),
    ),
    min_size=1,
).filter(lambda text: text.strip() and not text.startswith(("\ufeff", "%PDF", "{\\rtf")))


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
        ("cp1252", b""),
    ],
)
def test_a_release_reads_the_same_in_every_encoding_that_can_be_told(
    encoding: str, mark: bytes
) -> None:
    assert decode(mark + ENGLISH.encode(encoding)) == ENGLISH


def test_latin_1_is_read_with_its_accents_and_pound_sign() -> None:
    assert decode(LATIN_1.encode("latin-1")) == LATIN_1


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gbk"),
        (CHINESE, "big5hkscs"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
        (CZECH, "iso8859_2"),
        ("The partner is アクメ株式会社 of Tokyo. " + "It was founded in 1987. " * 40, "shift_jis"),
        ("The partner is 华为云 of Shenzhen. " + "It was founded in 1987. " * 40, "gbk"),
        ("The partner is Яндекс of Moscow. " + "It was founded in 1997. " * 40, "koi8-r"),
        (CHINESE, "utf-16-le"),  # without its mark
    ],
)
def test_an_encoding_that_cannot_be_told_is_refused_and_never_guessed(
    text: str, encoding: str
) -> None:
    with pytest.raises(ReleaseError, match="UTF-8"):
        decode(text.encode(encoding, "ignore"))


@pytest.mark.parametrize(
    "data",
    [
        f"{LATIN_1} The café is Zo".encode() + b"\xc3",
        f"{LATIN_1} The caf".encode() + b"\xe9 of Zo" + "ë Poe is new.".encode(),
        f"{LATIN_1} It is new. ".encode() + b"\xe2\x80",
    ],
    ids=["cut off inside a letter", "with a line of Latin-1 in it", "cut off inside a dash"],
)
def test_broken_utf_8_is_refused_and_not_read_as_mojibake(data: bytes) -> None:
    with pytest.raises(ReleaseError):
        decode(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml", "zip archive or an Office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office document"),
        (b"{\\rtf1\\ansi Acme opens a plant.}", "RTF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00", "gzip"),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)), "binary file"),
        (b"Acme opens a plant.\x00 It is new.", "binary file"),
        (b"Acme opens\x07 a plant.", "control characters"),
        ("Acme opens \x1b[31ma plant".encode("utf-16"), "control characters"),
        (b"", "empty"),
        (b" \t\r\n \n", "empty"),
        ("\u00a0\u3000\n".encode(), "empty"),
        (codecs.BOM_UTF8, "empty"),
        (codecs.BOM_UTF16_LE, "empty"),
        (ENGLISH.encode("utf-16")[:-1], "broken"),
        (codecs.BOM_UTF16_LE + "Acme 🚀".encode("utf-16-le")[:-2], "broken"),
        (ENGLISH.encode("utf-16-be")[:-1], "binary file"),
        (ENGLISH.encode("utf-32")[:-2], "broken"),
        (codecs.BOM_UTF8 + b"Acme \xff opens", "broken"),
    ],
)
def test_what_is_no_plain_text_is_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(ReleaseError, match=what):
        decode(data)


@given(PRINTABLE, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_any_printable_text_survives_up_to_nfc_and_line_ends(text: str, encoding: str) -> None:
    expected = unicodedata.normalize("NFC", "\n".join(text.replace("\r\n", "\n").split("\r")))
    assert normalise(decode(text.encode(encoding))) == expected


def test_an_accent_of_its_own_becomes_one_with_its_letter() -> None:
    assert normalise("Cafe\u0301 A\u030aB\r\nC\rD") == "Caf\u00e9 \u00c5B\nC\nD"


@given(st.text())
def test_text_is_normalised_once_and_then_stays(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert "\r" not in once


@given(st.binary(max_size=200))
def test_no_bytes_at_all_bring_anything_but_text_or_a_refusal(data: bytes) -> None:
    try:
        text = decode(data)
    except ReleaseError as refusal:
        assert str(refusal)
    else:
        assert text.strip()
        assert "\x00" not in text
        text.encode("utf-8")  # no lone surrogates, which SQLite and JSON would choke on
