"""Bytes of a file → text, or a refusal that says why. Nothing is ever decoded with loss."""

from __future__ import annotations

import codecs
import re
import unicodedata

from pr_assistant.errors import ReleaseError

_BOMS = (  # UTF-32 before UTF-16: the mark of one begins with that of the other
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_NON_ASCII_RUN = re.compile(r"[^\x00-\x7f]{3,}")
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_MAX_NON_ASCII = 0.1
"""An English release in Latin-1 has a few accents and dashes, not a tenth of its characters."""


def normalise(text: str) -> str:
    r"""NFC, and every line end as "\n". Everything else stays as it was given."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def decode(data: bytes) -> str:
    """Decode UTF-8, UTF-16, UTF-32 or Windows-1252 (which holds Latin-1's letters).

    Raises `ReleaseError` for empty or binary data and where the encoding cannot be told.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise ReleaseError(f"is {what}, not plain text; save it as .txt in UTF-8")
    text = _decode(data)
    if not text.strip():
        raise ReleaseError("is empty")
    if _CONTROL.search(text):
        raise ReleaseError("is not plain text (it has control characters); save it as UTF-8 text")
    return text


def _decode(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\x00" in data:
        return _strictly(data, _utf16_without_mark(data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows_1252(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReleaseError(
            f"begins like {encoding.upper()} text but is broken; save it as UTF-8"
        ) from error


def _utf16_without_mark(data: bytes) -> str:
    """English text in UTF-16 has a zero in nearly every second byte: which one tells the order."""
    zeros = (data[0::2].count(0), data[1::2].count(0))
    half = len(data) / 2
    if len(data) % 2 == 0 and max(zeros) > 0.7 * half and min(zeros) < 0.01 * half:
        return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    raise ReleaseError("is a binary file, not plain text; save it as .txt in UTF-8")


def _windows_1252(data: bytes) -> str:
    """Single bytes above 127 here and there are Latin-1; runs of them are another encoding."""
    if _UTF8_LETTER.search(data):
        raise ReleaseError(
            "has an encoding that is nearly UTF-8, with broken letters in it; save it anew as UTF-8"
        )
    refusal = ReleaseError("has an encoding that cannot be told for certain; save it as UTF-8")
    if sum(byte > 127 for byte in data) > _MAX_NON_ASCII * len(data):
        raise refusal
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise refusal from error
    if _NON_ASCII_RUN.search(text):
        raise refusal
    return text
