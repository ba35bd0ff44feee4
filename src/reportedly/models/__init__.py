"""The weights that ship with the package, and the one place that loads them (see CARD.md beside this file)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:  # both are heavy to import, and a `--help` needs neither
    import onnxruntime
    from tokenizers import Tokenizer

EMBEDDING = 384  # length of a sentence vector
MAX_TOKENS = 128  # of a text to embed; the model was trained on sentences


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
    """Return a running model by its file's stem. Threads follow REPORTEDLY_THREADS, one by default."""
    # Official builds of the runtime report to their maker unless told not to, and leave an identifier in the home.
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # counts only before the first import
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(os.environ.get("REPORTEDLY_THREADS", "1"))
    options.inter_op_num_threads = 1
    with as_file(files(__name__).joinpath(f"{name}.onnx")) as path:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def embed(texts: Sequence[str], batch: int = 32) -> NDArray[np.float32]:
    """Return sentence vectors of shape (len(texts), 384), L2-normalised (all-MiniLM-L6-v2, mean pooling)."""
    vectors = np.zeros((len(texts), EMBEDDING), np.float32)
    encodings = [e.ids[:MAX_TOKENS] for e in tokenizer().encode_batch_fast(list(texts))]
    order = sorted(range(len(texts)), key=lambda i: len(encodings[i]))  # like lengths together: less padding
    for start in range(0, len(order), batch):
        chosen = order[start : start + batch]
        width = max(len(encodings[i]) for i in chosen)
        ids = np.zeros((len(chosen), width), np.int64)
        for row, i in enumerate(chosen):
            ids[row, : len(encodings[i])] = encodings[i]
        mask = (np.arange(width)[None, :] < np.array([len(encodings[i]) for i in chosen])[:, None]).astype(np.int64)
        (pooled,) = session("sentence").run(None, {"ids": ids, "mask": mask})
        vectors[chosen] = pooled
    return vectors
