"""The weights that ship with the package, and the one place that loads them (see CARD.md beside this file)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from reportedly.models.exact import clips

if TYPE_CHECKING:  # both are heavy to import, and a `--help` needs neither
    import onnxruntime
    from tokenizers import Tokenizer

EMBEDDING = 384  # length of a sentence vector
MAX_TOKENS = 128  # of a whole text to embed
BATCH = 4  # rows at a time: they differ in length, and padding costs more than calls

CLS, SEP = 101, 102  # the tokenizer's marks: a row begins, a part of it ends

Floats = NDArray[np.float32]
Scalar = TypeVar("Scalar", np.float32, np.int64)


@cache
def digest(*names: str) -> str:
    """Return the first 12 hex digits of the SHA-256 over files of this folder: the same weights, the same digest."""
    total = sha256()
    for name in names:
        total.update(files(__name__).joinpath(name).read_bytes())
    return total.hexdigest()[:12]


@cache
def tokenizer() -> Tokenizer:
    """Return the encoders' WordPiece tokenizer, without truncation and padding."""
    from tokenizers import Tokenizer

    loaded = Tokenizer.from_str(files(__name__).joinpath("tokenizer.json").read_text("utf-8"))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


@cache
def session(name: str) -> onnxruntime.InferenceSession:
    """Return a running model that ships, by its file's stem."""
    with as_file(files(__name__).joinpath(f"{name}.onnx")) as path:  # an encoder finds words.bin beside it
        return load(path)


def load(path: Path) -> onnxruntime.InferenceSession:
    """Return a running model. Threads follow REPORTEDLY_THREADS, one by default."""
    # Official builds of the runtime report to their maker unless told not to, and leave an identifier in the home.
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # counts only before the first import
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(os.environ.get("REPORTEDLY_THREADS", "1"))
    options.inter_op_num_threads = 1
    if clips(onnxruntime):  # a token in 500 was tagged otherwise there
        options.add_session_config_entry("session.x64quantprecision", "1")
    return onnxruntime.InferenceSession(
        str(path),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],  # see training/export.py: slower than what it replaces
    )


def padded(rows: Sequence[NDArray[Scalar]]) -> NDArray[Scalar]:
    """Return rows of like shape but for their lengths as one array, shorter ones filled up with zeros at their ends."""
    whole = np.zeros((len(rows), max(map(len, rows)), *rows[0].shape[1:]), rows[0].dtype)
    for number, row in enumerate(rows):
        whole[number, : len(row)] = row
    return whole


def mask(lengths: Sequence[int]) -> NDArray[np.int64]:
    """Return 1 for the tokens and 0 for the padding of rows of these lengths."""
    return padded([np.ones(length, np.int64) for length in lengths])


def states(rows: Sequence[Sequence[int]], model: onnxruntime.InferenceSession | None = None) -> list[Floats]:
    """Return the sentence encoder's token states of rows of token ids, each (len(row), EMBEDDING)."""
    found: list[Floats] = [np.zeros((0, EMBEDDING), np.float32)] * len(rows)
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))  # like lengths together: less padding
    for start in range(0, len(order), BATCH):
        chosen = order[start : start + BATCH]
        ids = padded([np.array(rows[i], np.int64) for i in chosen])
        (out,) = (model or session("sentence")).run(None, {"ids": ids, "mask": mask([len(rows[i]) for i in chosen])})
        for row, i in enumerate(chosen):
            found[i] = out[row, : len(rows[i])]
    return found


def embed(texts: Sequence[str]) -> Floats:
    """Return vectors of whole texts of shape (len(texts), EMBEDDING), L2-normalised: the mean of their token states."""
    rows = [e.ids[:MAX_TOKENS] for e in tokenizer().encode_batch(list(texts))]
    means = np.array([of.mean(0) for of in states(rows)], np.float32).reshape(-1, EMBEDDING)
    return np.asarray(means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9), np.float32)
