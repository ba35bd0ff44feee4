"""Products of bytes are exact on every processor, and slower kernels are asked for only where others clip."""

from __future__ import annotations

from importlib.resources import as_file, files
from types import SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

from reportedly import models
from reportedly.models.exact import clips

ROWS = np.random.default_rng(7).integers(0, 256, (8, 64), np.uint8)


def test_a_loaded_model_multiplies_exactly_on_this_processor() -> None:
    with as_file(files("reportedly.models").joinpath("sums.onnx")) as path:
        (sums,) = models.load(path).run(None, {"rows": ROWS})
    assert (sums == 127 * ROWS.sum(1, dtype=np.int32)[:, None]).all()


@pytest.mark.parametrize(("clipped", "told"), [(True, "1"), (False, "")])
def test_the_runtime_is_told_to_be_exact_only_where_it_clips(
    clipped: bool, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "clips", lambda _: clipped)
    with as_file(files("reportedly.models").joinpath("sums.onnx")) as path:
        options = models.load(path).get_session_options()
    try:
        entry = options.get_session_config_entry("session.x64quantprecision")
    except RuntimeError:  # never set
        entry = ""
    assert entry == told


class Clipping:
    """A runtime that sums two products at a time in sixteen bits, as PMADDUBSW does."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def run(self, _: object, fed: dict[str, NDArray[np.uint8]]) -> list[NDArray[np.int32]]:
        pairs = fed["rows"].astype(np.int32).reshape(len(fed["rows"]), -1, 2).sum(2) * 127
        return [np.clip(pairs, -(2**15), 2**15 - 1).sum(1, keepdims=True)]


class Runtime:
    """What of the runtime is asked."""

    SessionOptions = SimpleNamespace
    InferenceSession = Clipping


def test_clipped_sums_are_noticed() -> None:
    assert clips(Runtime)
