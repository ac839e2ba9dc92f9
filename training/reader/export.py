"""Weights → the int8 ONNX file that ships: `python -m training.reader.export RUN_DIR`.

Held scores are measured before and after, and go into the model card.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from pr_assistant.exporting import default_model_folder
from training.reader import scores
from training.reader.model import ReaderNetwork
from training.reader.sources import load

SHIPPED = Path(__file__).parents[2] / "src/pr_assistant/weights"
BLOCK = 128
"""Weights that share a scale."""
OF_8_BITS = 4
"""What ONNX Runtime calls activations of 8 bits (`accuracy_level` of MatMulNBits)."""
INPUTS = ["input_ids", "attention_mask", "token_type_ids"]


def main() -> None:
    """Read the options, write the file and its scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, metavar="RUN_DIR", help="with weights.pt")
    parser.add_argument("--data", nargs="+", type=Path, default=[], help="for the held scores")
    parser.add_argument("--output", type=Path, default=SHIPPED, metavar="DIR")
    given = parser.parse_args()
    network = ReaderNetwork.pretrained(default_model_folder())
    network.load_state_dict(torch.load(given.run / "weights.pt", weights_only=True))
    network.eval()
    network.encoder.set_attn_implementation("eager")  # a graph that takes 7 % less time
    given.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        whole = Path(work) / "reader.onnx"
        write_onnx(network, whole)
        quantise(whole, given.output / "reader.onnx")
    shutil.copy(default_model_folder() / "tokenizer.json", given.output / "tokenizer.json")
    if given.data:
        report = measured(network, given.output, given.data)
        (given.output / "scores.json").write_text(json.dumps(report, indent=1) + "\n", "utf-8")
        print(json.dumps(report, indent=1))


def write_onnx(network: ReaderNetwork, path: Path) -> None:
    """The network in fp32, any number of rows and pieces."""
    example = tuple(torch.ones((2, 8), dtype=torch.int64) for _ in INPUTS)
    axes = {0: "rows", 1: "pieces"}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")  # the exporter's own, about its own future
        torch.onnx.export(
            network,
            example,
            str(path),
            input_names=INPUTS,
            output_names=["logits"],
            dynamic_axes=dict.fromkeys([*INPUTS, "logits"], axes),
            opset_version=17,
            dynamo=False,
        )


def quantise(whole: Path, path: Path) -> None:
    """8 bits a weight.

    Matrix products have a scale for each 128 weights, and activations are quantised in the same
    blocks as they come: the logits are off by 0.08 (root mean square; their spread is 3). With one
    scale a row, as `quantize_dynamic` does it, that was 0.47, for 1.4 times the speed.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.matmul_nbits_quantizer import (
        DefaultWeightOnlyQuantConfig,
        MatMulNBitsQuantizer,
    )

    config = DefaultWeightOnlyQuantConfig(
        block_size=BLOCK, is_symmetric=True, bits=8, accuracy_level=OF_8_BITS
    )
    quantizer = MatMulNBitsQuantizer(onnx.load(str(whole)), algo_config=config)
    quantizer.process()
    products = whole.with_name("products.onnx")
    onnx.save(quantizer.model.model, str(products))
    quantize_dynamic(
        str(products), str(path), weight_type=QuantType.QUInt8, op_types_to_quantize=["Gather"]
    )


def measured(network: ReaderNetwork, folder: Path, data: list[Path]) -> dict[str, object]:
    """Held scores of the network and of the shipped file, by source."""
    import onnxruntime

    session = onnxruntime.InferenceSession(
        str(folder / "reader.onnx"), providers=["CPUExecutionProvider"]
    )

    def shipped(*arrays: NDArray[np.int64]) -> NDArray[np.float32]:
        logits: NDArray[np.float32] = session.run(None, dict(zip(INPUTS, arrays, strict=True)))[0]
        return logits

    corpus = load(data, "held")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    report: dict[str, object] = {}
    for form, logits in (("fp32", scores.of_network(network)), ("int8", shipped)):
        found = scores.held(corpus, corpus.asked, tokenizer, logits)
        by_source = {
            source: round(
                100 * float(np.mean([o.f1 for o in found if o.source == source and o.answerable])),
                1,
            )
            for source in sorted({o.source for o in found if o.answerable})
        }
        report[form] = {
            "f1_by_source": by_source,
            **{
                made: [_point(point) for point in scores.curve(some)]
                for made in ("public", "domain", "written")
                if (some := [o for o, a in zip(found, corpus.asked, strict=True) if a.made == made])
            },
        }
    return report


def _point(point: scores.Point) -> list[float | None]:
    """[threshold, F1 on the answerable, share of the unanswerable refused]."""
    threshold = None if np.isinf(point.threshold) else round(point.threshold, 2)
    return [threshold, round(point.f1, 1), round(point.refused, 1)]


if __name__ == "__main__":
    main()
