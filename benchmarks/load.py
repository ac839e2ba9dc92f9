"""How busy the machine was with other things: what says whether a run can be trusted."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

_STAT = Path("/proc/stat")


@dataclass(frozen=True, slots=True)
class Load:
    """Seconds since some moment: on the clock, of this and its child processes, of all."""

    clock: float
    own: float
    all: float

    @classmethod
    def now(cls) -> Load:
        times = os.times()
        own = times.user + times.system + times.children_user + times.children_system
        return cls(time.perf_counter(), own, _busy())

    def others_since(self, before: Load) -> float | None:
        """The share of the machine's CPU time that other processes took; None if unknown."""
        if not self.all:
            return None
        spent = (self.all - before.all) - (self.own - before.own)
        return max(0.0, spent / (self.clock - before.clock) / (os.cpu_count() or 1))


def cpu_seconds() -> float:
    """CPU seconds of the child processes that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def _busy() -> float:
    """CPU seconds spent by everything since the machine started; 0 where it cannot be told."""
    if not _STAT.exists():
        return 0.0
    user, nice, system, _, _, irq, softirq = map(int, _STAT.read_text().split()[1:8])
    return (user + nice + system + irq + softirq) / os.sysconf("SC_CLK_TCK")
