"""NAME.ann (facts that quote the release) beside NAME.txt → NAME.json with offsets.

    python evals/facts/resolve.py evals/facts/seen [--show]

A line of NAME.ann is `kind | field | field …`; README.md lists the kinds. A slice is quoted as it
stands, any white space for any other; " ... " leaves words out; where it needs its surroundings to
be found, it stands in braces: `risen to {54th} globally`. Facts of a kind stand in the order of the
text, so that each is looked for behind the one before. With --show every fact is printed in its
context, to be read against the release.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from pr_assistant import releases

WINDOW = 700
"""A measure or an event stands at most so many characters from its figure or date."""

Item = dict[str, Any]


EDGE = r"(?:(?<!\w)|(?!\w))"
BEGIN, FINISH = rf"(?P<slice>{EDGE}", rf"{EDGE}(?!(?<=\d)[.,]?\d))"
"""A slice cuts no word and no number in two."""


def pattern(quoted: str) -> re.Pattern[str]:
    """What finds a quoted slice; its group "slice" is the slice itself."""
    if "{" not in quoted:
        quoted = "{" + quoted + "}"
    parts = []
    for part in re.split(r"( \.\.\. |[{}]|\s+)", quoted):
        if part == " ... ":
            parts.append(r".*?")
        elif part in ("{", "}"):
            parts.append(BEGIN if part == "{" else FINISH)
        elif part.isspace():
            parts.append(r"\s+")
        else:
            parts.append(re.escape(part))
    return re.compile("".join(parts), re.DOTALL)


class Resolver:
    """Reads the lines of one annotation against the text of its release."""

    def __init__(self, text: str, release_id: str, title: str) -> None:
        self.text = text
        self.cursor: dict[str, int] = {}
        self.facts: Item = {"release_id": release_id, "title": title, "dateline": None}
        for kind in (
            "organisations people quotations figures dates enumerations terms contacts boilerplate"
        ).split():
            self.facts[kind] = []

    def find(self, kind: str, quoted: str) -> Item:
        """The slice after the last one of its kind."""
        for match in pattern(quoted).finditer(self.text):
            if match.start("slice") >= self.cursor.get(kind, 0):
                self.cursor[kind] = match.start("slice") + 1
                return {"start": match.start("slice"), "end": match.end("slice")}
        raise ValueError(f"not found after {self.cursor.get(kind, 0)}: {kind} | {quoted}")

    def slice(self, at: Item) -> str:
        return self.text[at["start"] : at["end"]]

    def near(self, quoted: str, at: Item) -> str | None:
        """An exact slice of the text near another, as it stands."""
        if not quoted:
            return None
        spans = [m.span("slice") for m in pattern(quoted).finditer(self.text)]
        spans = [s for s in spans if abs(s[0] - at["start"]) < WINDOW]
        if not spans:
            raise ValueError(f"not near {self.slice(at)!r}: {quoted}")
        return self.text[slice(*min(spans, key=lambda s: abs(s[0] - at["start"])))]

    def add(self, line: str) -> None:
        kind, *fields = (field.strip() for field in line.split("|"))
        fields += [""] * (7 - len(fields))
        one, two, three, four, five, six, _ = fields
        facts = self.facts
        if kind == "dateline":
            facts["dateline"] = {
                "place": two or None, "date": three or None, "newswire": four or None,
                **self.find(kind, one),
            }  # fmt: skip
        elif kind == "org":
            at = self.find(kind, one)
            aliases = [a.strip() for a in two.split(";") if a.strip()]
            for alias in aliases:
                if alias not in " ".join(self.text.split()):
                    raise ValueError(f"no such alias: {alias}")
            name = " ".join(self.slice(at).split())
            facts["organisations"].append(
                {"name": name, "aliases": aliases, "party": three == "party", **at}
            )
        elif kind == "person":
            at = self.find(kind, one)
            roles = [r.strip() for r in five.split(",") if r.strip()]
            if set(roles) - {"signed", "witnessed", "quoted", "contact"}:
                raise ValueError(line)
            whole = " ".join(self.text.split())
            for field in (three, four):
                if field not in whole:
                    raise ValueError(f"not in the text: {field} ({line})")
            facts["people"].append(
                {"name": six or " ".join(self.slice(at).split()), "honorific": two or None,
                 "title": three or None, "organisation": four or None, "roles": roles, **at}
            )  # fmt: skip
        elif kind in ("quote", "reported"):
            at = self.find("quote", two)
            facts["quotations"].append(
                {"speaker": one, "quote": self.slice(at), "indirect": kind == "reported", **at}
            )
        elif kind == "figure":
            at = self.find(kind, one)
            figure = {"text": self.slice(at), "value": number(two), "unit": three or None,
                      "qualifier": four or None, "measures": self.near(five, at)}  # fmt: skip
            if six:
                figure["value_to"] = number(six)
            if four and four not in " ".join(self.slice(at).lower().split()):
                raise ValueError(f"qualifier not in the slice: {line}")
            facts["figures"].append({**figure, **at})
        elif kind == "date":
            at = self.find(kind, one)
            facts["dates"].append(
                {"text": self.slice(at), "date": two, "event": self.near(three, at), **at}
            )
        elif kind == "list":
            at = self.find(kind, one)
            self.cursor["item"] = at["end"]
            facts["enumerations"].append(
                {"announced": self.slice(at), "count": int(two) if two else None, "named": 0,
                 "items": [], **at}
            )  # fmt: skip
        elif kind in ("item", "before"):  # "before": the item precedes what announces it
            if kind == "before":
                self.cursor["item"] = max(0, facts["enumerations"][-1]["start"] - WINDOW)
            at = self.find("item", one)
            facts["enumerations"][-1]["items"].append({"text": self.slice(at), **at})
            facts["enumerations"][-1]["named"] += 1
        elif kind == "term":
            at = self.find(kind, one)
            expansion = self.near(two, at)
            facts["terms"].append({"term": self.slice(at), "expansion": expansion, **at})
        elif kind == "contact":
            at = self.find(kind, one)
            facts["contacts"].append({"text": self.slice(at), **at})
        elif kind == "about":
            facts["boilerplate"].append({"organisation": one, **self.find(kind, two)})
        else:
            raise ValueError(f"unknown kind: {line}")

    def check(self) -> None:
        """What a person is said to do agrees with the quotations, and speakers are people."""
        people = {p["name"]: p for p in self.facts["people"]}
        if len(people) != len(self.facts["people"]):
            raise ValueError("a person stands there twice")
        speakers = {q["speaker"] for q in self.facts["quotations"]}
        if strange := speakers - set(people):
            raise ValueError(f"no people: {strange}")
        quoted = {n for n, p in people.items() if "quoted" in p["roles"]}
        if quoted != speakers:
            raise ValueError(f"quoted, or not: {quoted ^ speakers}")


def number(text: str) -> int | float:
    """A value as written in the annotation: 10000000, 10e6, 4.5."""
    value = round(float(text), 6)
    return int(value) if value.is_integer() else value


def main(folder: Path, show: bool) -> None:
    """Write NAME.json for each NAME.ann of the folder."""
    for source in sorted(folder.glob("*.ann")):
        release = releases.parse(source.with_suffix(".txt").read_bytes(), source.stem)
        resolver = Resolver(release.text, source.stem, release.title)
        for line in source.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                try:
                    resolver.add(line)
                except ValueError as error:
                    print(f"{source.name}: {error}")
        resolver.check()
        wrapped = {"schema": 1, "releases": [resolver.facts]}
        text = json.dumps(wrapped, ensure_ascii=False, indent=1) + "\n"
        source.with_suffix(".json").write_text(text, encoding="utf-8")
        counts = {k: len(v) for k, v in resolver.facts.items() if isinstance(v, list)}
        print(source.stem, len(release.text.split()), "words", counts)
        if show:
            print_in_context(resolver)


def print_in_context(resolver: Resolver) -> None:
    """Each fact with the words around it."""
    text = resolver.text
    for kind, items in resolver.facts.items():
        for item in items if isinstance(items, list) else []:
            for at in [item, *item.get("items", [])]:
                around = text[max(0, at["start"] - 25) : at["start"]], text[at["end"] :][:25]
                body = text[at["start"] : at["end"]]
                body = body if len(body) < 110 else body[:50] + " … " + body[-50:]
                rest = {k: v for k, v in at.items() if k not in ("start", "end", "text", "items")}
                shown = f"{around[0]}⟦{body}⟧{around[1]}".replace("\n", "⏎")
                print(f"  {kind[:6]:6} {shown}  {'' if kind == 'quotations' else rest}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--show" in sys.argv)
