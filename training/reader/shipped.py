"""The 8-bit file that ships → the network in fp32, to go on training from it."""

from __future__ import annotations

from pathlib import Path

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
    found = {one.name: numpy_helper.to_array(one) for one in onnx.load(str(path)).graph.initializer}
    products = (_product(found, name) for name in found if name.endswith("_Q8"))
    state = network.state_dict()
    for name, value in state.items():
        if name.endswith("word_embeddings.weight") or not value.is_floating_point():
            continue
        if name in found:
            array = found[name]
        elif f"{name}_quantized" in found:
            array = _table(found, name)
        else:  # a matrix product: the exporter names it by number, in the network's order
            array = next(products)
        if array.shape != value.shape:
            raise ValueError(f"{path}: {name} has the shape {array.shape} there.")
        state[name] = torch.tensor(array, dtype=value.dtype)
    if next(products, None) is not None:
        raise ValueError(f"{path} has more weights than the network.")
    network.load_state_dict(state)


def _product(found: dict[str, NDArray[np.float32]], name: str) -> NDArray[np.float32]:
    """(out, in) of (out, blocks, block) in 8 bits, with a scale for each block."""
    scales = found[f"{name.removesuffix('_Q8')}_scales"]
    blocks = (found[name].astype(np.float32) - ZERO) * scales[..., None]
    whole: NDArray[np.float32] = blocks.reshape(len(blocks), -1)
    return whole


def _table(found: dict[str, NDArray[np.float32]], name: str) -> NDArray[np.float32]:
    """An embedding in 8 bits, with one scale."""
    steps = found[f"{name}_quantized"].astype(np.float32) - found[f"{name}_zero_point"]
    whole: NDArray[np.float32] = (steps * found[f"{name}_scale"]).astype(np.float32)
    return whole
