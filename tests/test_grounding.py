"""What is cited is the release's own text at its place, under the name of who says it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pr_assistant import facts, grounding, sentences
from pr_assistant.models import Citation, Passage, Release
from pr_assistant.readings import Evidence
from pr_assistant.sentences import Span


def evidence(release: Release, start: int, end: int) -> Evidence:
    """Evidence for a slice, in a passage that is that slice."""
    passage = Passage(
        release.id, start, end, release.text[start:end], "body", release.title, number=1
    )
    return Evidence(passage, start, end, 0.9)


def slice_of(release: Release, words: str) -> Evidence:
    assert release.text.count(words) == 1
    start = release.text.index(words)
    return evidence(release, start, start + len(words))


def cite(release: Release, *items: Evidence) -> tuple[Citation, ...]:
    return grounding.cite(items, {release.id: release}.get, lambda _: facts.read(release))


class TestCitations:
    def test_every_sentence_is_cited_to_the_character(self, release: Release) -> None:
        items = [evidence(release, *span) for span in sentences.split(release.text)]
        citations = cite(release, *items)
        assert len(citations) == len(items)
        for number, (item, citation) in enumerate(zip(items, citations, strict=True), start=1):
            assert citation.number == number
            assert release.text[citation.start : citation.end] == citation.quote
            assert item.start <= citation.start < citation.end <= item.end
            assert citation.release_id == release.id
            assert citation.title == release.title

    def test_of_nothing_there_are_none(self, release: Release) -> None:
        assert cite(release) == ()

    def test_a_sentence_that_stands_twice_is_told_apart_by_its_place(self) -> None:
        text = "It opens in May. Nobody knows. It opens in May."
        release = Release("r", text, "t", "0")
        first, second = cite(release, evidence(release, 0, 16), evidence(release, 31, 47))
        assert first.quote == second.quote == "It opens in May."
        assert (first.start, second.start) == (0, 31)


class TestTampering:
    """Evidence that is not what the release says is dropped: nothing unverified is shown."""

    WORDS = "We have approximately 208,000 employees"

    def test_the_sound_one_is_cited(self, release: Release) -> None:
        (citation,) = cite(release, slice_of(release, self.WORDS))
        assert citation.quote == self.WORDS

    @pytest.mark.parametrize(
        "tampered",
        [
            "We have approximately 209,000 employees",
            "We have approximately 208,000 employers",
            "we have approximately 208,000 employees",
            "We have approximately 208.000 employees",
            "We have approximately 208,000 employees ",
            "We have  approximately 208,000 employees",
            "We have approximately 208,000 employeeѕ",
        ],
    )
    def test_of_the_words(self, release: Release, tampered: str) -> None:
        item = slice_of(release, self.WORDS)
        changed = replace(item, passage=replace(item.passage, text=tampered))
        assert cite(release, changed) == ()

    @pytest.mark.parametrize(("left", "right"), [(1, 1), (-1, -1), (5, 0), (0, -5), (0, 1)])
    def test_of_the_place_of_the_passage(self, release: Release, left: int, right: int) -> None:
        item = slice_of(release, self.WORDS)
        passage = item.passage
        moved = replace(passage, start=passage.start + left, end=passage.end + right)
        assert cite(release, Evidence(moved, moved.start, moved.end, 0.9)) == ()

    def test_of_the_place_of_the_evidence(self, release: Release) -> None:
        item = slice_of(release, self.WORDS)
        for start, end in [
            (item.start - 1, item.end),
            (item.start, item.end + 1),
            (item.start, item.start),
            (item.end, item.start),
            (-5, item.end),
            (len(release.text), len(release.text) + 10),
        ]:
            assert cite(release, replace(item, start=start, end=end)) == ()

    def test_of_the_release(self, release: Release) -> None:
        item = slice_of(release, self.WORDS)
        elsewhere = replace(item, passage=replace(item.passage, release_id="another"))
        assert cite(release, elsewhere) == ()
        changed = replace(release, text=release.text.replace("208,000", "208,001"))
        assert cite(changed, item) == ()

    def test_what_is_dropped_leaves_no_gap_in_the_numbers(self, release: Release) -> None:
        sound = slice_of(release, self.WORDS)
        broken = replace(sound, passage=replace(sound.passage, text="x" * len(self.WORDS)))
        other = slice_of(release, "Founded in 1987")
        assert [c.number for c in cite(release, sound, broken, other)] == [1, 2]


class TestSpeakers:
    def test_every_sentence_of_a_quotation_has_its_speaker_and_no_other_has(
        self, release: Release
    ) -> None:
        quoted = {
            "SHANG": ('"Huawei places great emphasis', 'impactful research outcomes."'),
            "HAO": ('"This MoU signifies', 'to scale internationally."'),
        }
        places = {
            name: (release.text.index(begin), release.text.index(end) + len(end))
            for name, (begin, end) in quoted.items()
        }
        seen = dict.fromkeys(places, 0)
        for span in sentences.split(release.text):
            (citation,) = cite(release, evidence(release, *span))
            for name, (start, end) in places.items():
                if start <= citation.start and citation.end <= end:
                    assert citation.speaker is not None, citation.quote
                    assert name in citation.speaker
                    seen[name] += 1
                elif citation.end <= start or end <= citation.start:
                    assert name not in (citation.speaker or ""), citation.quote
        assert seen["SHANG"] >= 4
        assert seen["HAO"] >= 4

    def test_quoted_names_and_titles_have_no_speaker(self, release: Release) -> None:
        for words in ('"AI for Universities" scheme', '"Art and Design"', "To learn and to apply"):
            (citation,) = cite(release, slice_of(release, words))
            assert citation.speaker is None

    def test_the_quotation_marks_themselves_are_left_out(self, release: Release) -> None:
        begin = '"This MoU signifies a deepened partnership'
        (citation,) = cite(release, slice_of(release, begin))
        assert citation.quote == begin[1:]
        assert release.text[citation.start : citation.end] == citation.quote

    def test_a_quotation_mark_alone_is_nothing_to_cite(self, release: Release) -> None:
        start = release.text.index('"This MoU signifies')
        assert cite(release, evidence(release, start, start + 1)) == ()

    @pytest.mark.parametrize("mark", ["# ", "* ", "- ", "• ", ""])
    def test_the_mark_of_a_line_is_left_out(self, mark: str) -> None:
        line = f"{mark}Acme hires 5 people"
        (citation,) = cite(release := Release("r", line, "t", "0"), evidence(release, 0, len(line)))
        assert citation.quote == "Acme hires 5 people"


class TestExactWords:
    def test_they_are_places_in_the_quote(self, release: Release) -> None:
        item = slice_of(release, "We have approximately 208,000 employees")
        start = release.text.index("approximately 208,000")
        span = Span(start, start + len("approximately 208,000"))
        (citation,) = cite(release, replace(item, exact=(span,)))
        assert citation.exact == (span,)
        assert (citation.start, citation.end) == (item.start, item.end)

    def test_words_of_somebody_are_theirs_in_a_sentence_that_names_them(
        self, release: Release
    ) -> None:
        """The sentence as a whole is no quotation; the words that answer are."""
        said = next(q for q in facts.read(release).quotations if q.speaker and q.attribution)
        assert said.attribution
        start, end = sorted([said.start, said.end, said.attribution.start])[0], said.end
        whole = evidence(release, start, max(end, said.attribution.end))
        words = Span(said.start + 2, said.start + 20)
        (citation,) = cite(release, replace(whole, exact=(words,)))
        assert citation.quoted
        assert citation.speaker == said.speaker

    def test_what_stands_beside_a_quotation_is_nobodys(self) -> None:
        text = "“We are thrilled,” said Jane Doe, chair of Acme Ltd, after Bolt paid £5 million."
        release = Release("r", f"Acme sells a mill\n\n{text}\n", "Acme sells a mill", "0")
        item = slice_of(release, text)
        start = release.text.index("£5 million")
        (citation,) = cite(release, replace(item, exact=(Span(start, start + 10),)))
        assert (citation.speaker, citation.quoted) == (None, False)
        (citation,) = cite(release, replace(item, exact=(Span(start, start + 10),), said=True))
        assert (citation.speaker, citation.quoted) == ("Jane Doe", False)
        start = release.text.index("We are thrilled")
        (citation,) = cite(release, replace(item, exact=(Span(start, start + 15),)))
        assert (citation.speaker, citation.quoted) == ("Jane Doe", True)

    def test_the_name_of_a_scheme_in_quotation_marks_is_said_by_nobody(self) -> None:
        text = "The grant is from the “Research, Academic and Industry Sectors One-plus Scheme”."
        release = Release("r", f"Acme wins a grant\n\n{text}\n", "Acme wins a grant", "0")
        item = slice_of(release, text)
        start, end = release.text.index("Research,"), release.text.index("”")
        (citation,) = cite(release, replace(item, exact=(Span(start, end),)))
        assert (citation.speaker, citation.quoted) == (None, False)

    def test_none_lies_outside(self, release: Release) -> None:
        item = slice_of(release, "We have approximately 208,000 employees")
        (citation,) = cite(release, replace(item, exact=(Span(0, 5),)))
        assert citation.exact == ()
