"""What a server gives back of the memory that answers have let go of."""

from __future__ import annotations

import subprocess
import sys

import pytest

_PROGRAM = """
import ctypes, time
from pathlib import Path
from pr_assistant.ui import heap

def held():
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1000

heap._SECONDS = 0.05
library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
library.free.argtypes = [ctypes.c_void_p]
with heap.kept_small():
    blocks = [library.malloc(4096) for _ in range(50_000)]
    for block in blocks:
        ctypes.memset(block, 1, 4096)
    full = held()
    library.free.restype = None
    for number, block in enumerate(blocks):
        if number % 100:  # what is left in between keeps the heap from shrinking by itself
            library.free(block)
    while full - held() < 100:  # of 200 MB; for ever if none is given back
        time.sleep(0.05)
print("given back")
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="of the C library of Linux")
def test_what_is_freed_goes_back_to_the_system() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _PROGRAM], capture_output=True, text=True, timeout=60, check=True
    )
    assert run.stdout == "given back\n"
