"""Whether this processor multiplies bytes exactly.

x86 processors without VNNI have an instruction (PMADDUBSW) that clips sums of two products at 16 bits, and the runtime
uses it unless told not to. What it uses instead is exact everywhere and takes twice as long, also on processors with
VNNI, which need it not. Lists of processors and their flags grow old, so the runtime is given a sum to do.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

_BYTE, _WEIGHT, _DEPTH = 255, 127, 64  # what sums.onnx multiplies (training/probe.py)


@cache
def clips(runtime: Any) -> bool:
    """Tell whether sums of int8 products come out wrong here unless the runtime (the module) is told to be exact."""
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    probe = files(__package__).joinpath("sums.onnx").read_bytes()
    running = runtime.InferenceSession(probe, options, providers=["CPUExecutionProvider"])
    (sums,) = running.run(None, {"rows": np.full((8, _DEPTH), _BYTE, np.uint8)})
    return bool((sums != _BYTE * _WEIGHT * _DEPTH).any())
