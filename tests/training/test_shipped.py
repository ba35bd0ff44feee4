"""The weights that ship, read back: what is trained on from them begins with the model that runs."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.stories import stories
from reportedly.find.windows import Tokens, windows
from reportedly.models import session

torch = pytest.importorskip("torch", reason="NOT TESTED here: torch is in the training requirements only")
pytest.importorskip("onnx", reason="NOT TESTED here: onnx is in the training requirements only")


@pytest.fixture(scope="module")
def shown() -> list[Tokens]:
    return windows(next(stories("dev")).articles[0].article)[:4]


def test_the_encoder_read_back_tags_as_the_one_that_runs(shown: list[Tokens]) -> None:
    from training.shipped import shipped

    encoder = shipped().encoder.eval()
    for tokens in shown:
        rows = (tokens.ids[None], tokens.features[None], np.ones((1, len(tokens)), np.int64))
        tags, states = session("reader").run(None, dict(zip(("ids", "features", "mask"), rows, strict=True)))
        with torch.no_grad():
            told, felt = encoder(*map(torch.from_numpy, rows))
        assert (told.numpy().argmax(-1) == tags.argmax(-1)).mean() > 0.97
        assert np.corrcoef(felt.numpy().ravel(), states.ravel())[0, 1] > 0.99


def test_the_heads_read_back_say_what_those_that_run_say() -> None:
    from training.shipped import shipped

    model, rnd = shipped().eval(), np.random.default_rng(1)
    states, mask = rnd.standard_normal((2, 12, 192)).astype(np.float32), np.ones((2, 12), np.int64)
    place = np.array([3, 5])
    runs = {
        "events": session("events").run(None, {"states": states, "mask": mask}),
        "pairing": session("pairing").run(None, {"states": states, "mask": mask, "start": place, "end": place + 1}),
    }
    given = list(map(torch.from_numpy, (states, mask)))
    with torch.no_grad():
        read = {
            "events": model.events(*given),
            "pairing": model.pairing(*given, *map(torch.from_numpy, (place, place + 1))),
        }
    for name, outputs in runs.items():
        for ours, theirs in zip(read[name], outputs, strict=True):
            assert np.corrcoef(ours.numpy().ravel(), theirs.ravel())[0, 1] > 0.97
