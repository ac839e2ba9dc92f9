"""The trained reader: a question and passages → where an answer may start, end and stand.

An ONNX file of 8-bit weights in `weights/` (made by `training/reader`, see its model card) gives
four numbers for each word piece of each passage. What they add up to is decided in `reading`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pr_assistant.errors import ModelError
from pr_assistant.inference import Network, Numbers
from pr_assistant.sentences import Span

if TYPE_CHECKING:
    from tokenizers import Encoding

FOLDER = Path(__file__).parent / "weights"
READ = 6
"""Passages that are read for a question, the best of the search."""
LONGEST_SPAN = 30
"""Word pieces of one span."""
MAX_PIECES = 384
"""Of question and passage together; a passage has at most 254."""
UNREAD = -12.0
"""What stands for a logit where nothing was read."""

_INPUTS = {"input_ids": "ids", "attention_mask": "attention_mask", "token_type_ids": "type_ids"}
"""Input of the network → what the tokenizer calls it."""


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A span of a passage's text and its score: how far it is above "nowhere", in logits."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage as the reader sees it; arrays run over the P word pieces of its text."""

    offsets: NDArray[np.int64]
    """(P, 2) start and end in the passage's text."""
    words: NDArray[np.int64]
    """(P,) which word each piece is of, by number."""
    pairs: Numbers
    """(P, P) how far the span from one piece to another is above "nowhere in these passages", in
    logits that are comparable between passages read together; −inf for what is no span."""
    inside: Numbers
    """(P,) logits that a piece belongs to an answer."""
    evidence: Numbers
    """(P,) logits that a piece belongs to the sentence that answers."""
    answers: float
    """Logit that the passage answers at all."""

    def spans(self, most: int) -> list[MarkedSpan]:
        """The best spans that do not overlap, best first."""
        pairs = self.pairs.copy()
        found: list[MarkedSpan] = []
        while pairs.size and len(found) < most:
            first, last = np.unravel_index(int(pairs.argmax()), pairs.shape)
            score = float(pairs[first, last])
            if score == -np.inf:
                break
            span = Span(int(self.offsets[first, 0]), int(self.offsets[last, 1]))
            found.append(MarkedSpan(span, score))
            pairs[: last + 1, first:] = -np.inf  # whatever overlaps it
        return found

    def runs(self) -> list[Span]:
        """The stretches, of whole words, whose pieces likelier belong to an answer than not."""
        found: list[Span] = []
        before = -1
        for at in np.flatnonzero(self.inside > 0).tolist():
            of_word = np.flatnonzero(self.words == self.words[at])
            span = Span(int(self.offsets[of_word[0], 0]), int(self.offsets[of_word[-1], 1]))
            if found and (at == before + 1 or span.start < found[-1].end):
                span = Span(found.pop().start, span.end)
            found.append(span)
            before = at
        return found

    def within(self, span: Span, slack: int) -> float:
        """Score of the best span in `span` or up to `slack` pieces beyond its ends that has a piece
        of it."""
        pieces = self._pieces(span)
        if pieces is None:
            return UNREAD
        first, last = pieces
        low, high = max(0, first - slack), last + slack + 1
        best = float(self.pairs[low : last + 1, first:high].max(initial=-np.inf))
        return max(best, UNREAD)

    def mean(self, values: Numbers, span: Span) -> float:
        """The mean of `values` over the pieces in `span`."""
        pieces = self._pieces(span)
        return float(values[pieces[0] : pieces[1] + 1].mean()) if pieces else UNREAD

    def _pieces(self, span: Span) -> tuple[int, int] | None:
        """The first and last piece that share a character with `span`."""
        within = np.flatnonzero((self.offsets[:, 0] < span.end) & (span.start < self.offsets[:, 1]))
        return (int(within[0]), int(within[-1])) if len(within) else None


class SpanReader:
    """Serves the shipped weights. Safe to share between threads."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Raises `ModelError` if the weights are missing or do not load."""
        from tokenizers import Tokenizer

        try:
            self._network = Network(folder / "reader.onnx")
            self._tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # onnxruntime and tokenizers raise bare exceptions of their own
            raise ModelError(
                f"The reader in {folder} does not load. Install pr-assistant again."
            ) from error
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_PIECES, strategy="longest_first")

    def is_word(self, word: str) -> bool:
        """Whether the network has a piece for a word as a whole: whether it is a common one."""
        return self._tokenizer.token_to_id(word.lower()) is not None

    def mark(self, question: str, texts: Sequence[str]) -> list[Marked]:
        """Read `texts`, in one order or another: all they share is what "nowhere" is, the mean of
        what each says of it, as in training."""
        encodings = self._tokenizer.encode_batch([(question, text) for text in texts])
        inputs = [
            {name: np.array([getattr(one, field)], np.int64) for name, field in _INPUTS.items()}
            for one in encodings
        ]
        found = [logits[0] for logits in self._network.run(inputs)]
        nowhere = sum(float(logits[0, :2].sum()) for logits in found) / (len(found) or 1)
        return [_marked(*pair, nowhere) for pair in zip(encodings, found, strict=True)]


def _marked(encoding: Encoding, logits: Numbers, nowhere: float) -> Marked:
    """`logits`: (P of question and passage, 4); `nowhere`: the score of no span at all."""
    of_text = np.array([kind == 1 for kind in encoding.sequence_ids])
    offsets = np.array(encoding.offsets, np.int64).reshape(-1, 2)
    found = logits[of_text]
    pairs = found[:, 0][:, None] + found[:, 1][None, :] - nowhere
    length = np.arange(len(found))[None, :] - np.arange(len(found))[:, None]
    pairs[(length < 0) | (length >= LONGEST_SPAN)] = -np.inf
    words = np.array([-1 if word is None else word for word in encoding.word_ids], np.int64)
    return Marked(
        offsets[of_text], words[of_text], pairs, found[:, 2], found[:, 3], float(logits[0, 3])
    )


@lru_cache(maxsize=1)
def span_reader() -> SpanReader:
    """The shipped one, loaded once."""
    return SpanReader()
