"""What a verb of saying reports, entered clause by clause among what was said."""

from __future__ import annotations

from pr_assistant.facts import clauses
from pr_assistant.facts.models import Person, Quotation, Slice
from pr_assistant.facts.voices import Voices
from pr_assistant.sentences import Span


class Reports:
    """Adds reported clauses to the voices, none over words that are spoken for."""

    def __init__(self, voices: Voices) -> None:
        self.voices = voices
        self.layout = voices.layout
        self.text = voices.text

    def add_clauses(self, at: int, end: int, person: Person, verb: str, who: Slice) -> None:
        """One entry for each "that" clause."""
        if verb != "according to":
            end = self._until_next(at, clauses.until_pause(self.text, at, end))
        said = [q for q in self._quoted(at, end) if self._is_said(q)]
        for clause in clauses.parts(self.text, at, end, said):
            if len(self.text[slice(*clause)].split()) < 2:
                continue
            self.add(*clause, person, verb, who)

    def _until_next(self, at: int, end: int) -> int:
        """Where a clause ends behind whose semicolon another is spoken for already."""
        starts = [f.start for f in self.voices.found if f.indirect and at < f.start < end]
        pause = self.text.rfind("; ", at, min(starts)) if starts else -1
        return pause if pause >= 0 else end

    def add(
        self, start: int, end: int, person: Person, verb: str, who: Slice, *, is_split: bool = False
    ) -> None:
        """Enter a clause; a short one only where a verb of saying parts it from its rest."""
        if end - start < (4 if is_split else 8) or any(
            f.start < end and start < f.end for f in self.voices.found
        ):
            return
        self.voices.found.append(
            Quotation(start, end, self.text[start:end], person.name, True, verb, who)
        )

    def _is_said(self, quoted: Span) -> bool:
        """Whether words between marks are somebody's, and not a name within the clause."""
        found = self.voices.found
        words = self.text[slice(*quoted)]
        if len(words.split()) > 5 or self.text[
            max(0, quoted.start - 3) : quoted.start
        ].rstrip().endswith(":"):
            return True
        return any(q.start < quoted.end and quoted.start < q.end for q in found)

    def _quoted(self, start: int, end: int) -> list[Span]:
        return [q for q in self.layout.quoted if q.start < end and start < q.end]
