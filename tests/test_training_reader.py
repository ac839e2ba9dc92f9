"""How the reader is trained: windows keep their answers, the loss is what the paper says."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer
from training.reader import averaging, export, scores, shipped
from training.reader.altered import alter
from training.reader.batches import batches
from training.reader.groups import Group, Sampler, Window
from training.reader.loss import _spans
from training.reader.model import ReaderNetwork
from training.reader.sources import Corpus, load
from training.reader.stream import Parts, parts_from
from transformers import BertConfig, BertModel

from pr_assistant.exporting import default_model_folder
from pr_assistant.sentences import Span

FIRST = "Acme was founded in 1950 in Leeds. It employs 512 people. Its yard lies on the Aire."
SECOND = "Bolt makes screws. It was founded in 1962. Bolt employs nobody in Leeds."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    rows = [
        {
            "source": "squad1-dev",
            "split": "train",
            "context": FIRST,
            "qas": [["How many people does Acme employ?", FIRST.index("512"), "512"]] * 40,
        },
        {
            "source": "squad2-dev-unanswerable",
            "split": "train",
            "context": SECOND,
            "qas": [["How many people does Bolt employ?", -1, ""]] * 40,
        },
        {
            "source": "domain",
            "split": "held",
            "paragraphs": [FIRST, SECOND],
            "questions": [
                {
                    "question": "When were they founded?",
                    "category": "when",
                    "answerable": True,
                    "spans": [[0, FIRST.index("1950"), "1950"], [1, SECOND.index("1962"), "1962"]],
                }
            ],
        },
    ]
    path = tmp_path / "data.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    return path


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(default_model_folder() / "tokenizer.json"))


def test_splits_are_kept_apart(data: Path) -> None:
    train, held = load([data], "train"), load([data], "held")
    assert {one.source for one in train.asked} == {"squad1-dev", "squad2-dev-unanswerable"}
    (asked,) = held.asked
    assert [held.contexts[i].text[slice(*s)] for i, spans in asked.gold for s in spans] == [
        "1950",
        "1962",
    ]


def drawn(corpus: Corpus, seed: int, count: int) -> list[Group]:
    sampler = Sampler(corpus, seed)
    return sampler.groups(sampler.questions(count), 0)


def test_windows_keep_the_answer_and_negatives_lack_it(data: Path) -> None:
    groups = drawn(load([data], "train"), 3, 200)
    answered = [w for g in groups for w in g.windows if w.spans]
    assert answered
    assert all(w.text[slice(*w.spans[0])] == "512" for w in answered)
    assert all("512" in w.text[slice(*w.evidence[0])] for w in answered)
    without = [g for g in groups if "Acme" in g.question and not any(w.spans for w in g.windows)]
    assert without  # some are taken away, and then the answer is nowhere
    assert not any("512" in w.text for g in without for w in g.windows)


def test_the_same_seed_draws_the_same(data: Path) -> None:
    corpus = load([data], "train")
    assert drawn(corpus, 5, 50) == drawn(corpus, 5, 50)
    assert drawn(corpus, 5, 50) != drawn(corpus, 6, 50)


def test_parts_are_the_same_whoever_makes_them(
    data: Path, tokenizer: Tokenizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.reader.stream.PART", 20)
    parts = Parts(Sampler(load([data], "train"), 5), 60, tokenizer, 512, 5)
    assert len(parts) == 3
    here = [[batch.input_ids.tolist() for batch in part] for part in parts_from(parts, 0, 0)]
    others = [[batch.input_ids.tolist() for batch in part] for part in parts_from(parts, 1, 2)]
    assert others == here[1:]  # one that was interrupted goes on alike


@pytest.mark.parametrize(
    ("question", "altered"),
    [
        ("When was its first yard in Leeds sold?", {"last yard", "yard in Bolton", "bought"}),
        ("How many people did it employ in 1950?", {"in 19"}),
        ("Which ships does it build?", set()),
    ],
)
def test_a_word_is_exchanged_for_one_that_the_context_lacks(
    question: str, altered: set[str]
) -> None:
    made = {
        alter(question, FIRST, "The yards of Bolton build ferries.", random.Random(seed))
        for seed in range(40)
    }
    made.discard(None)
    assert bool(made) == bool(altered)
    assert question not in made
    for words in altered:
        assert any(words in one for one in made if one), words


def test_labels_mark_the_pieces_of_the_answer(tokenizer: Tokenizer) -> None:
    window = Window(FIRST, (Span(FIRST.index("512"), FIRST.index("512") + 3),), (Span(35, 57),))
    (batch,) = batches([Group("How many?", (window,))], tokenizer, 512, 1)
    (piece,) = batch.labels[0, :, 0].nonzero().tolist()
    assert tokenizer.decode([int(batch.input_ids[0, piece[0]])]) == "512"
    assert batch.labels[0, 0, 3] == 1  # the passage answers
    marked = batch.input_ids[0][batch.labels[0, :, 3].bool() & batch.passage[0]]
    assert tokenizer.decode(marked.tolist()) == "it employs 512 people."


def test_starts_of_all_passages_and_nowhere_share_one_softmax(tokenizer: Tokenizer) -> None:
    windows = (Window("one two", (Span(0, 3),), (Span(0, 7),)), Window("six ten"))
    (batch,) = batches([Group("which", windows)], tokenizer, 512, 1)
    logits = torch.zeros((*batch.labels.shape,))
    assert _spans(logits, batch, 0).item() == pytest.approx(torch.log(torch.tensor(5.0)).item())
    logits[:, 0, 0] = 3.0  # nowhere, in both passages: e³ among four pieces
    expected = torch.log(4 + torch.exp(torch.tensor(3.0))).item()
    assert _spans(logits, batch, 0).item() == pytest.approx(expected)


def test_best_span_ends_after_it_starts_and_stays_in_the_passage() -> None:
    logits = torch.zeros((6, 4)).numpy()
    logits[4, 0], logits[3, 1], logits[5, 1], logits[1, 0] = 5, 9, 2, 50
    passage = torch.tensor([False, False, True, True, True, True]).numpy()
    margin, first, last = scores.best_span(logits, passage)
    assert (margin, first, last) == (9.0, 2, 3)


def test_curve_trades_answers_for_refusals() -> None:
    found = [
        scores.Held("a", True, 1.0, 2.0),
        scores.Held("a", True, 0.5, -1.0),
        scores.Held("b", False, 0.0, 0.0),
    ]
    first, *_, last = scores.curve(found)
    assert (first.f1, first.refused) == (75.0, 0.0)
    assert (last.f1, last.refused) == (50.0, 100.0)


def small_network(layers: int) -> ReaderNetwork:
    config = BertConfig(
        vocab_size=40,
        hidden_size=128,
        intermediate_size=256,
        num_attention_heads=2,
        num_hidden_layers=layers,
    )
    return ReaderNetwork(BertModel(config, add_pooling_layer=False))


def test_what_ships_can_be_trained_on(tmp_path: Path) -> None:
    written, read, other = (small_network(layers) for layers in (2, 2, 3))
    for value in written.parameters():  # not as they begin: what is alike is exported once
        torch.nn.init.normal_(value)
    export.write_onnx(written, tmp_path / "whole.onnx")
    export.quantise(tmp_path / "whole.onnx", tmp_path / "reader.onnx")
    shipped.load(read, tmp_path / "reader.onnx")
    state = read.state_dict()
    for name, value in written.state_dict().items():
        if "word_embeddings" not in name:
            step = value.abs().max() / 100 if value.is_floating_point() else 0
            assert torch.allclose(state[name], value, atol=float(step)), name
    with pytest.raises(ValueError, match=r"reader\.onnx"):
        shipped.load(other, tmp_path / "reader.onnx")


def test_what_ships_of_several_runs_is_their_mean(tmp_path: Path) -> None:
    networks = [small_network(2) for _ in range(2)]
    files = [tmp_path / f"{number}.pt" for number in range(2)]
    for network, file in zip(networks, files, strict=True):
        torch.save(network.state_dict(), file)
    mean = averaging.mean([files[0], *files])  # what is named twice counts twice
    one, other = (network.state_dict() for network in networks)
    for name, value in mean.items():
        assert torch.allclose(value, (2 * one[name] + other[name]) / 3), name
