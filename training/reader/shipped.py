"""The 8-bit file that ships → the network in fp32, to go on training from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from training.reader.model import ReaderNetwork

ZERO = 128
"""What stands for 0 in the 8 bits of a matrix product."""


def load(network: ReaderNetwork, path: Path) -> None:
    """Give `network` the weights of a file that `training.reader.export` wrote.

    The word embeddings are left as they are: they are not trained, and stand in the file in 8 bits.
    Raises `ValueError` if the file is of another network.
    """
    graph = onnx.load(str(path)).graph
    found = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    products = {_weight(node.name): node.input[1:3] for node in graph.node if _is_product(node)}
    state = network.state_dict()
    for name, value in state.items():
        if name.endswith("word_embeddings.weight") or not value.is_floating_point():
            continue
        if name in found:
            array = found[name]
        elif f"{name}_quantized" in found:
            array = _table(found, name)
        elif name in products:
            array = _product(*(found[one] for one in products[name]))
        else:
            raise ValueError(f"{path} has no {name}.")
        if array.shape != value.shape:
            raise ValueError(f"{path}: {name} has the shape {array.shape} there.")
        state[name] = torch.tensor(array, dtype=value.dtype)
    network.load_state_dict(state)


def _is_product(node: onnx.NodeProto) -> bool:
    return node.op_type == "MatMulNBits"


def _weight(node: str) -> str:
    """Of "/encoder/encoder/layer.0/attention/self/query/MatMul_Q8" its weight's name."""
    return ".".join(node.strip("/").split("/")[:-1]) + ".weight"


def _product(blocks: NDArray[np.uint8], scales: NDArray[np.float32]) -> NDArray[np.float32]:
    """(out, in) of (out, blocks, block) in 8 bits, with a scale for each block."""
    whole: NDArray[np.float32] = (blocks.astype(np.float32) - ZERO) * scales[..., None]
    return whole.reshape(len(blocks), -1)


def _table(found: dict[str, NDArray[Any]], name: str) -> NDArray[np.float32]:
    """An embedding in 8 bits, with one scale."""
    steps = found[f"{name}_quantized"].astype(np.float32) - found[f"{name}_zero_point"]
    whole: NDArray[np.float32] = (steps * found[f"{name}_scale"]).astype(np.float32)
    return whole
