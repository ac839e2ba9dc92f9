"""How many tokens a text has: counted where a vocabulary is at hand, estimated where not."""

from __future__ import annotations

import hashlib
import math
import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

Count = Callable[[str], int]

_NAME = "o200k_base"
_ADDRESS = "https://openaipublic.blob.core.windows.net/encodings/o200k_base.tiktoken"
_SHA256 = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"
_BYTES_PER_TOKEN = 2.5
"""English has four or five; names, numbers and other languages fewer."""


@cache
def counter() -> Count:
    """What counts tokens. Never reaches for the network; tiktoken would, with no time limit."""
    if not _at_hand():
        return estimate
    import tiktoken

    try:
        encoding = tiktoken.get_encoding(_NAME)
    except Exception:  # whatever is wrong with its file: an estimate serves
        return estimate
    return lambda text: len(encoding.encode(text, disallowed_special=()))


def estimate(text: str) -> int:
    """Tokens of a text, rather too many than too few."""
    return math.ceil(len(text.encode()) / _BYTES_PER_TOKEN)


def _at_hand() -> bool:
    """Whether tiktoken's own cache holds the vocabulary, whole."""
    folder = os.environ.get("TIKTOKEN_CACHE_DIR", os.environ.get("DATA_GYM_CACHE_DIR"))
    if folder == "":
        return False
    home = Path(folder) if folder else Path(tempfile.gettempdir(), "data-gym-cache")
    try:
        content = (home / hashlib.sha1(_ADDRESS.encode()).hexdigest()).read_bytes()
    except OSError:
        return False
    return hashlib.sha256(content).hexdigest() == _SHA256
