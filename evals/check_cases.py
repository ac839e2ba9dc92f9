"""Check the evaluation cases in cases/ against the releases they are about.

Prints one line for each fault (file, line, reason) and exits with 1 if there is any.
"""

import argparse
import json
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CATEGORIES = set(
    "parties_people roles when_where pillars figures quotations boilerplate several_facts lists "
    "yes_no typos_telegraphic follow_up not_in_release false_premise prompt_injection".split()
)


def load_release(file: Path) -> str:
    """Return a release's text: NFC, Unix line ends."""
    return unicodedata.normalize("NFC", file.read_bytes().decode().replace("\r\n", "\n"))


def fold(text: str) -> str:
    """Return the text without case, every run of white space made one space."""
    return " ".join(text.casefold().split())


def faults(case: dict[str, Any], releases: dict[str, str], seen: set[str]) -> Iterator[str]:
    """Yield the reasons for which a case must be refused; `seen` holds the ids before it."""
    if case["id"] in seen:
        yield f"id {case['id']!r} is used twice"
    seen.add(case["id"])
    text = releases.get(case["release"])
    if text is None:
        yield f"no release {case['release']!r}"
        return
    if case["category"] not in CATEGORIES:
        yield f"unknown category {case['category']!r}"
    if case["split"] not in {"dev", "test"}:
        yield f"unknown split {case['split']!r}"
    for part in ("accept", "evidence"):
        if bool(case[part]) != case["answerable"]:
            yield f"answerable is {case['answerable']} but {part} is {case[part]}"
    for quote in case["evidence"]:
        if not quote or quote not in text:
            yield f"evidence is not in the release: {quote!r}"
    for group in case["accept"]:
        if not any(a and (fold(a) in {"yes", "no"} or fold(a) in fold(text)) for a in group):
            yield f"no alternative of {group} is in the release"


def main() -> int:
    """Check every case file; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, action="append", default=[], help="repeatable")
    folders = [HERE / "corpus", HERE.parent / "corpus", *parser.parse_args().corpus]
    releases = {file.stem: load_release(file) for d in folders for file in d.glob("*.txt")}
    seen: set[str] = set()
    failed = False
    for file in sorted((HERE / "cases").glob("*.jsonl")):
        for number, line in enumerate(file.read_bytes().splitlines(), start=1):
            try:
                reasons = list(faults(json.loads(line), releases, seen))
            except (ValueError, KeyError, TypeError) as error:
                reasons = [f"malformed case: {error!r}"]
            for reason in reasons:
                print(f"{file.name}:{number}: {reason}", file=sys.stderr)
            failed = failed or bool(reasons)
    return 1 if failed or not seen else 0


if __name__ == "__main__":
    sys.exit(main())
