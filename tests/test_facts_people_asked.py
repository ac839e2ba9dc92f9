"""People to be asked, in the forms that lines of contact have."""

from __future__ import annotations

import pytest
from facts_support import read

ASKED: dict[str, tuple[str, str, str | None]] = {
    "call": (
        "Editors: call Bea Roe, 01603 555 014 (company) or Sam Poe, 01603 555 077 (union).",
        "Bea Roe", None,
    ),
    "or": (
        "Editors: call Bea Roe, 01603 555 014 (company) or Sam Poe, 01603 555 077 (union).",
        "Sam Poe", None,
    ),
    "organisation behind": (
        "For more information: Ann Roe, Ministry of Ports, 0700-555-8723 (in Lagos);"
        " Max Poe (travelling with the minister)",
        "Ann Roe", "Ministry of Ports",
    ),
    "without a number": (
        "For more information: Ann Roe, Ministry of Ports, 0700-555-8723 (in Lagos);"
        " Max Poe (travelling with the minister)",
        "Max Poe", None,
    ),
    "behind the number": (
        "Media line: 402-555-0166 (Ann Roe, public affairs)", "Ann Roe", None,
    ),
    "agency before": (
        "Contacts\nMedia: Larch & Vane, Ann Roe, acme@larchvane.example", "Ann Roe", "Larch & Vane",
    ),
    "dash": (
        "Media: Initech – Live Roe, +47 555 01 223. Globex – Max Poe, +61 8 5550 0190",
        "Max Poe", "Globex",
    ),
    "desk in a line of its own": (
        "Contact\nGlobex Corporate Communications (Mr. van Baar)\n+31 24 555 8100",
        "van Baar", "Globex",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "organisation"), ASKED.values(), ids=ASKED)
def test_who_is_to_be_asked(text: str, name: str, organisation: str | None) -> None:
    head = "Acme opens\n\nOSLO, 6 May 2025 -- Acme Holdings plc met Globex Ltd and Initech Ltd.\n\n"
    found = [
        (p.name, p.organisation.text if p.organisation else None, p.roles)
        for p in read(text, head).people
    ]
    assert (name, organisation, ("contact",)) in found
