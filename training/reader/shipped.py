"""The 8-bit file that ships → the network in fp32, to go on training from it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.reader.model import ReaderNetwork


def load(network: ReaderNetwork, path: Path) -> None:
    """Give `network` the weights of a file that `training.reader.export` wrote.

    The word embeddings are left as they are: they are not trained, and stand in the file in 8 bits.
    Raises `ValueError` if the file is of another network.
    """
    found = {one.name: numpy_helper.to_array(one) for one in onnx.load(str(path)).graph.initializer}
    products = [name for name in found if name.startswith("onnx::") and name.endswith("quantized")]
    weights = iter(_whole(found, name.removesuffix("_quantized")) for name in products)
    state = network.state_dict()
    for name, value in state.items():
        if name.endswith("word_embeddings.weight") or not value.is_floating_point():
            continue
        if name in found:
            state[name] = _tensor(found[name], value)
        elif f"{name}_quantized" in found:
            state[name] = _tensor(_whole(found, name), value)
        else:  # a matrix product: the exporter names it by number, in the network's order
            state[name] = _tensor(next(weights).T, value)
    if next(weights, None) is not None:
        raise ValueError(f"{path} has more weights than the network.")
    network.load_state_dict(state)


def _whole(found: dict[str, np.ndarray], name: str) -> np.ndarray:
    """What 8 bits stand for; scales are of a column or of all."""
    steps = found[f"{name}_quantized"].astype(np.float32)
    whole: np.ndarray = (steps - found[f"{name}_zero_point"]) * found[f"{name}_scale"]
    return whole


def _tensor(array: np.ndarray, like: Tensor) -> Tensor:
    if array.shape != like.shape:
        raise ValueError(f"A weight has the shape {array.shape}, not {tuple(like.shape)}.")
    return torch.from_numpy(np.ascontiguousarray(array)).to(like.dtype)
