"""The weights that ship, as a run to go on from: python -m training.shipped --name shipped

They are kept as int8 only. What is read back errs by half a step of each weight's scale, which the first hundred steps
of a training mend; the frozen word vectors come from the pretrained model itself.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from training.export import MODELS
from training.model import Reader
from training.steps import LAST
from training.train import RUNS

PARTS = {"encoder": "reader", "pairing": "pairing", "events": "events"}  # part of the model: file it ships in
FROZEN = "encoder.bert.embeddings.word_embeddings.weight"
Arrays = dict[str, NDArray[np.generic]]


def weights(path: Path) -> dict[str, Tensor]:
    """Return the weights in a file that `training.export` wrote, by their names in the exported module."""
    graph = onnx.load(str(path)).graph  # with the word vectors that lie beside it
    held: Arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found = {name: value for name, value in held.items() if value.dtype == np.float32}
    for node in graph.node:
        if node.op_type == "MatMulInteger":  # "/layers.0/query/MatMul_quant", "/mix/Gemm_MatMul_quant"
            module = node.name.rpartition("/")[0].strip("/").replace("/", ".")
            found[f"{module}.weight"] = _plain(held, node.input[1].removesuffix("_quantized")).T
        elif node.op_type == "QAttention":
            found |= _attention(held, node.name.removesuffix("_quant"))
    found |= {name: _plain(held, name) for name in _tables(held)}
    return {name: torch.from_numpy(np.array(value, np.float32)) for name, value in found.items()}


def _plain(held: Arrays, name: str) -> NDArray[np.float32]:
    """Return what was quantised under a name: (value - zero point) x scale, the last axis with its own where it has."""
    value, zero = (held[f"{name}_{part}"].astype(np.float32) for part in ("quantized", "zero_point"))
    return (value - zero) * held[f"{name}_scale"].astype(np.float32)


def _tables(held: Arrays) -> Iterator[str]:
    """Yield the names of embedding tables: the only quantised weights that keep the name they have in the module."""
    for name in held:
        if name.endswith(".weight_quantized"):
            yield name.removesuffix("_quantized")


def _attention(held: Arrays, node: str) -> Arrays:
    """Return query, key and value of the encoder's layer that a fused node ("Attention_3") stands for."""
    module = f"bert.encoder.layer.{int(node.rpartition('_')[2])}.attention.self"
    found: Arrays = {}
    weight, bias = np.split(_plain(held, f"{node}_qkv_weight"), 3, axis=1), np.split(held[f"{node}_qkv_bias"], 3)
    for part, columns, offset in zip(("query", "key", "value"), weight, bias, strict=True):
        found |= {f"{module}.{part}.weight": columns.T, f"{module}.{part}.bias": offset}
    return found


def shipped() -> Reader:
    """Return the reader as it ships. Raises RuntimeError where a file lacks a weight of the model."""
    model = Reader()
    state = model.state_dict()
    known = {
        f"{part}.{key}": value
        for part, file in PARTS.items()
        for key, value in weights(MODELS / f"{file}.onnx").items()
    }
    read = {key: value.reshape(state[key].shape) for key, value in known.items() if key in state and key != FROZEN}
    model.load_state_dict({FROZEN: state[FROZEN], **read})
    return model


def main() -> None:
    """Write a run for `training.train --start`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--name", default="shipped")
    folder = RUNS / parser.parse_args().name
    folder.mkdir(parents=True, exist_ok=True)
    torch.save({"model": shipped().state_dict()}, folder / LAST)


if __name__ == "__main__":
    main()
