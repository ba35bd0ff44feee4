"""Export a trained reader as int8 ONNX into the package: python -m training.export --name reader"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from torch import nn

from training.model import HEADS, WIDTH, Reader
from training.steps import LAST
from training.table import share
from training.train import RUNS

MODELS = Path(__file__).parents[1] / "src" / "reportedly" / "models"


def export(
    module: nn.Module,
    inputs: dict[str, torch.Tensor],
    outputs: dict[str, tuple[str, ...]],
    target: Path,
    heads: int,
    width: int,
) -> None:
    """Write one module, its attention of `heads` over `width` fused into single operators (twice as fast on a CPU).

    Axes of all inputs and outputs are dynamic; `outputs` names the axes of each.
    """
    axes = {name: dict(enumerate(("batch", "tokens")[: value.dim()])) for name, value in inputs.items()}
    axes |= {name: dict(enumerate(names)) for name, names in outputs.items()}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            module.eval(),
            tuple(inputs.values()),
            str(plain),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
            dynamo=False,
        )
        options = FusionOptions("bert")
        # The runtime's fused addition and normalisation takes six times as long as the two operators apart.
        options.enable_skip_layer_norm = options.enable_bias_skip_layer_norm = False
        fused = optimizer.optimize_model(
            str(plain), "bert", num_heads=heads, hidden_size=width, opt_level=0, optimization_options=options
        )
        fused.save_model_to_file(str(plain))
        quantize_dynamic(
            str(plain),
            str(target),
            weight_type=QuantType.QInt8,
            per_channel=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},  # the fused operators tell no types
        )
    print(f"{target.name}: {target.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Write reader.onnx, whose word vectors go to the table of all encoders, events.onnx and pairing.onnx."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--name", default="reader")
    name = parser.parse_args().name
    model = Reader()
    model.load_state_dict(torch.load(RUNS / name / LAST, weights_only=False)["model"])
    model.encoder.bert.config._attn_implementation = "eager"  # its graph is the one that the fusion knows
    ids = torch.ones(2, 9, dtype=torch.long)
    export(
        model.encoder,
        {"ids": ids, "features": ids, "mask": ids},
        {"tags": ("batch", "tokens"), "states": ("batch", "tokens")},
        MODELS / "reader.onnx",
        heads=12,
        width=384,
    )
    share(MODELS / "reader.onnx")
    place = torch.tensor([2, 3])
    export(
        model.events,
        {"states": torch.zeros(2, 9, WIDTH), "mask": ids},
        {"roles": ("batch", "tokens"), "labels": ("batch",)},
        MODELS / "events.onnx",
        heads=HEADS,
        width=WIDTH,
    )
    export(
        model.pairing,
        {"states": torch.zeros(2, 9, WIDTH), "mask": ids, "start": place, "end": place + 1},
        {"roles": ("batch", "tokens"), "labels": ("batch",), "valid": ("batch",)},
        MODELS / "pairing.onnx",
        heads=HEADS,
        width=WIDTH,
    )


if __name__ == "__main__":
    main()
