"""Export the sentence encoder as int8 ONNX into the package: python -m training.export_sentence [--name claims]"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch
from torch import Tensor, nn

from training.base import encoder, weights
from training.claims import WEIGHTS
from training.export import MODELS, export
from training.table import share
from training.train import RUNS


class SentenceEncoder(nn.Module):
    """Token ids and mask, both (batch, tokens), to token states (batch, tokens, 384)."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = encoder()
        self.bert.config._attn_implementation = "eager"  # its graph is the one that the fusion knows

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return the last layer's states."""
        return torch.as_tensor(self.bert(input_ids=ids, attention_mask=mask).last_hidden_state)


def main() -> None:
    """Write sentence.onnx and tokenizer.json, or another file where one is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--name", default="claims", help="the run of training.claims")
    parser.add_argument("--out", type=Path, default=MODELS / "sentence.onnx")
    options = parser.parse_args()
    model = SentenceEncoder()
    model.bert.load_state_dict(torch.load(RUNS / options.name / WEIGHTS, weights_only=True))
    ids = torch.ones(2, 9, dtype=torch.long)
    export(model, {"ids": ids, "mask": ids}, {"states": ("batch", "tokens")}, options.out, heads=12, width=384)
    share(options.out)
    shutil.copy(weights() / "tokenizer.json", MODELS / "tokenizer.json")


if __name__ == "__main__":
    main()
