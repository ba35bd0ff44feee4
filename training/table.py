"""The word vectors that all encoders here share, kept once: python -m training.table

No training moves them (they stay as they were pretrained), so every encoder's file would hold the same 12 MB. They lie
beside the models as ONNX external data (onnx.proto, "external_data"), which the runtime maps into memory.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx.external_data_helper import load_external_data_for_model, set_external_data

TABLE = "words.bin"
_NAME = "word_embeddings.weight_quantized"
_ROUNDED = 1  # steps by which two exports of one table may differ: a value half-way between two


def share(path: Path) -> None:
    """Take the word vectors out of a model's file, to those that lie beside it.

    Raises ValueError where the model's are others, and where it has none.
    """
    model = onnx.load(str(path), load_external_data=False)
    load_external_data_for_model(model, str(path.parent))
    held = next((one for one in model.graph.initializer if one.name.endswith(_NAME)), None)
    if held is None:
        raise ValueError(f"{path} has no table of word vectors")
    table, words = path.parent / TABLE, np.frombuffer(held.raw_data, np.uint8)
    if not table.exists():
        table.write_bytes(words.tobytes())
    kept = np.fromfile(table, np.uint8)
    if kept.shape != words.shape or np.abs(kept.astype(np.int16) - words).max() > _ROUNDED:
        raise ValueError(f"{path} has other word vectors than {table}: were they trained?")
    set_external_data(held, TABLE, offset=0, length=len(words))
    held.ClearField("raw_data")
    onnx.save(model, str(path))


def main() -> None:
    """Share the table of every encoder that ships."""
    from training.export import MODELS

    for name in ("reader", "sentence"):
        share(MODELS / f"{name}.onnx")


if __name__ == "__main__":
    main()
