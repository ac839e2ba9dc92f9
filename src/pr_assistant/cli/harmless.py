"""Text from releases and file names → text that a terminal shows and does not obey."""

from __future__ import annotations

import re
import sys
from typing import TextIO

_STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What would steer the terminal or turn the order of words round, rather than be read."""


def harmless(text: str, stream: TextIO | None = None) -> str:
    """`text` for `stream` (standard output by default): as it is, unless that is a terminal."""
    if not (stream or sys.stdout).isatty():
        return text
    return _STEERING.sub("\ufffd", text)
