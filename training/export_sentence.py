"""Export the sentence encoder (all-MiniLM-L6-v2 with mean pooling) as int8 ONNX into the package."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.base import encoder, weights

MODELS = Path(__file__).parents[1] / "src" / "reportedly" / "models"


class SentenceEncoder(nn.Module):
    """Token ids and mask, both (batch, tokens), to unit vectors (batch, 384)."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = encoder()

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Average the token states that are not padding, then normalise."""
        states = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(states.dtype)
        return nn.functional.normalize((states * weight).sum(1) / weight.sum(1), dim=-1)


def main() -> None:
    """Write sentence.onnx and tokenizer.json."""
    model = SentenceEncoder().eval()
    sample = torch.ones(2, 9, dtype=torch.long)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            model,
            (sample, sample),
            str(plain),
            input_names=["ids", "mask"],
            output_names=["vectors"],
            dynamic_axes={name: {0: "batch", 1: "tokens"} for name in ("ids", "mask")} | {"vectors": {0: "batch"}},
            dynamo=False,
        )
        quantize_dynamic(str(plain), str(MODELS / "sentence.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    shutil.copy(weights() / "tokenizer.json", MODELS / "tokenizer.json")


if __name__ == "__main__":
    main()
