"""Write the model that `reportedly.models.exact` asks whether int8 sums are clipped: python -m training.probe"""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from training.export import MODELS

DEPTH, WIDTH = 64, 32  # large enough for the kernels that multiply the reader's matrices


def main() -> None:
    """Write sums.onnx: rows of unsigned bytes times a matrix of the largest signed ones, as 32-bit sums."""
    weights = numpy_helper.from_array(np.full((DEPTH, WIDTH), np.iinfo(np.int8).max, np.int8), "weights")
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["rows", "weights"], ["sums"])],
        "sums",
        [helper.make_tensor_value_info("rows", TensorProto.UINT8, ["n", DEPTH])],
        [helper.make_tensor_value_info("sums", TensorProto.INT32, ["n", WIDTH])],
        [weights],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, str(MODELS / "sums.onnx"))


if __name__ == "__main__":
    main()
