"""Text → vectors. ONNX Runtime serves the exported model; nothing here imports torch."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from pr_assistant.errors import ModelError
from pr_assistant.inference import CORES, Network

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

Vectors = NDArray[np.float32]
Progress = Callable[[int], None]
"""Called with the number of texts done since the last call."""

BATCH_PIECES = 512
"""Word pieces a batch may hold, padding included: its activations fit the cache of a core.
Measured over 256 to 2,048 (benchmarks/README.md)."""


@dataclass(frozen=True, slots=True)
class EmbedderSpec:
    """What an embedder is. `fingerprint` changes whenever its vectors may."""

    fingerprint: str
    dimension: int
    max_pieces: int
    """Word pieces of a text that count, special ones left out."""
    special_pieces: int = 2
    query_prefix: str = ""
    passage_prefix: str = ""
    onnx: bool = True

    @classmethod
    def load(cls, path: Path) -> EmbedderSpec:
        """Read a spec that `exported` wrote. Raises `ModelError` if it is garbled."""
        try:
            return cls(**json.loads(path.read_text("utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise ModelError(
                f"{path} is garbled. Delete its folder and run the command again."
            ) from error


class Embedder(Protocol):
    """What turns passages and questions into unit vectors of one space."""

    @property
    def spec(self) -> EmbedderSpec: ...

    def tokenise(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """The (start, end) of each text's word pieces, special ones left out, none cut off."""

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Passages → float32 vectors of unit length, shape (len(texts), spec.dimension)."""

    def embed_query(self, question: str) -> Vectors:
        """A question → one float32 vector of unit length, shape (spec.dimension,)."""


@dataclass(frozen=True, slots=True)
class _Batch:
    """Rows of the input that run together, longest first, and their word pieces, padded to one
    length."""

    rows: list[int]
    ids: NDArray[np.int64]
    mask: NDArray[np.int64]


class OnnxEmbedder:
    """Serves an exported model. Safe to share between threads."""

    def __init__(self, folder: Path, spec: EmbedderSpec) -> None:
        from tokenizers import Tokenizer

        self.spec = spec
        try:
            self._network = Network(folder / "model.onnx")
            self._tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # onnxruntime and tokenizers raise bare exceptions of their own
            raise ModelError(
                f"The exported model in {folder} does not load. Delete that folder and run the"
                " command again: it is made anew."
            ) from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._query = lru_cache(maxsize=16)(self._embed_query)  # searched with, then read with

    def tokenise(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        encodings = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [encoding.offsets for encoding in encodings]

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        return self._embed([self.spec.passage_prefix + text for text in texts], progress)

    def embed_query(self, question: str) -> Vectors:
        return self._query(question)

    def _embed_query(self, question: str) -> Vectors:
        vector: Vectors = self._embed([self.spec.query_prefix + question], None)[0]
        vector.flags.writeable = False
        return vector

    def _embed(self, texts: list[str], progress: Progress | None) -> Vectors:
        vectors = np.empty((len(texts), self.spec.dimension), np.float32)
        batches = self._batches(texts)
        inputs = [{"input_ids": one.ids, "attention_mask": one.mask} for one in batches]
        for batch, found in zip(batches, self._network.run(inputs), strict=True):
            vectors[batch.rows] = found
            if progress:
                progress(len(batch.rows))
        return vectors

    def _batches(self, texts: list[str]) -> list[_Batch]:
        """Texts of like length together, so that next to nothing is padding."""
        limit = self.spec.max_pieces + self.spec.special_pieces
        ids = [_truncate(e.ids, limit) for e in self._tokenizer.encode_batch(texts)]
        order = sorted(range(len(ids)), key=lambda row: -len(ids[row]))
        share = sum(map(len, ids)) // CORES  # of a few texts each core gets some
        batches: list[list[int]] = []
        for row in order:
            longest = len(ids[batches[-1][0]]) if batches else 0
            if batches and (len(batches[-1]) + 1) * longest <= min(BATCH_PIECES, share + longest):
                batches[-1].append(row)
            else:
                batches.append([row])
        return [self._pad(rows, ids) for rows in batches]

    @staticmethod
    def _pad(rows: list[int], ids: list[list[int]]) -> _Batch:
        shape = (len(rows), len(ids[rows[0]]))
        batch = _Batch(rows, np.zeros(shape, np.int64), np.zeros(shape, np.int64))
        for place, row in enumerate(rows):
            batch.ids[place, : len(ids[row])] = ids[row]
            batch.mask[place, : len(ids[row])] = 1
        return batch


def _truncate(ids: list[int], limit: int) -> list[int]:
    """The first ids, and the closing special one, as the model's own truncation leaves them."""
    return ids if len(ids) <= limit else [*ids[: limit - 1], ids[-1]]


class SentenceTransformerEmbedder:
    """Serves a model that does not export, through sentence-transformers itself: slower."""

    def __init__(self, network: SentenceTransformer, spec: EmbedderSpec) -> None:
        self.spec = spec
        self._network = network
        tokenizer = network.tokenizer
        self._tokenizer = getattr(tokenizer, "backend_tokenizer", tokenizer)

    def tokenise(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        self._tokenizer.no_truncation()
        encodings = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [encoding.offsets for encoding in encodings]

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        prefixed = [self.spec.passage_prefix + text for text in texts]
        vectors = self._network.encode(prefixed, prompt="", normalize_embeddings=True)
        if progress:
            progress(len(texts))
        return np.asarray(vectors, np.float32).reshape(len(texts), self.spec.dimension)

    def embed_query(self, question: str) -> Vectors:
        text = self.spec.query_prefix + question
        vector = self._network.encode(text, prompt="", normalize_embeddings=True)
        return np.asarray(vector, np.float32)
