"""Train the reader: corpus -> runs/<name>/last.pt, with a log of one JSON line an epoch. Seeded and resumable.

python -m training.train --name reader --epochs 8
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from training.batches import batches, gather
from training.data import Example
from training.events import NO_OPINIONS
from training.losses import loss_of
from training.model import Reader
from training.opinions import read
from training.steps import LAST, keep, optimiser_of, precision, resume, set_rate, step

RUNS = Path(__file__).parents[1] / "runs"
OPINIONS = "opinions.npz"  # of a teacher, in its run


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run was trained with; written beside its weights."""

    name: str = "reader"
    seed: int = 7
    epochs: int = 6
    tokens: int = 640  # in a batch, padding included
    rate: float = 1.5e-4  # of the encoder
    head_rate: float = 6e-4
    warmup: float = 0.06
    everything: bool = False  # train on dev as well, for the weights that ship
    start: str = ""  # a finished run to go on from, where the corpus has grown since
    teacher: str = ""  # a run of training.teacher whose opinions are learnt beside the labels


def train(settings: Settings) -> None:
    """Run the whole training, from the last finished epoch where there is one."""
    folder = RUNS / settings.name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_text(json.dumps(asdict(settings), indent=1))
    torch.manual_seed(settings.seed)
    model = Reader()
    if settings.start:
        model.load_state_dict(torch.load(RUNS / settings.start / LAST, weights_only=False)["model"])
    optimiser = optimiser_of(model, model.encoder.bert, settings.rate, settings.head_rate)
    dev = gather("dev")
    for epoch in range(resume(folder, model, optimiser), settings.epochs):
        started = time.monotonic()
        sums, steps = _epoch(model, optimiser, epoch, settings)
        line = {
            "epoch": epoch,
            "seconds": round(time.monotonic() - started),
            "steps": steps,
            "train": {k: round(v, 4) for k, v in sums.items()},
            "dev": evaluate(model, dev),
        }
        with (folder / "log.jsonl").open("a") as log:
            print(json.dumps(line), file=log, flush=True)
        print(json.dumps(line), flush=True)
        keep(folder, model, optimiser, epoch)


def _epoch(
    model: Reader, optimiser: torch.optim.Optimizer, epoch: int, settings: Settings
) -> tuple[dict[str, float], int]:
    """Read the corpus once, in a variant that seed and epoch tell; return the mean losses and the steps it took."""
    rnd = random.Random(settings.seed * 1000 + epoch)
    parts = ("train", "dev") if settings.everything else ("train",)
    opinions = read(RUNS / settings.teacher / OPINIONS) if settings.teacher else NO_OPINIONS
    todo = list(batches([e for part in parts for e in gather(part, rnd, opinions)], settings.tokens, rnd))
    sums = dict[str, float]()
    model.train()
    for number, batch in enumerate(todo):
        set_rate(optimiser, (epoch + number / len(todo)) / settings.epochs, settings.warmup)
        with precision():
            losses = loss_of(model, batch, rnd)
        step(model, optimiser, losses)
        for name, value in losses.items():
            sums[name] = sums.get(name, 0) + value.item() / len(todo)
    return sums, len(todo)


def evaluate(model: Reader, dev: Sequence[Example]) -> dict[str, float]:
    """Return the mean dev losses."""
    model.eval()
    sums: dict[str, float] = {}
    todo = list(batches(dev, 4096, random.Random(0)))
    with torch.no_grad(), precision():
        for batch in todo:
            for name, value in loss_of(model, batch, None).items():
                sums[name] = sums.get(name, 0) + value.item() / len(todo)
    return {k: round(v, 4) for k, v in sums.items()}


def main() -> None:
    """Read the settings from the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, value in asdict(Settings()).items():
        if isinstance(value, bool):
            parser.add_argument(f"--{name}", action="store_true")
        else:
            parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    train(Settings(**vars(parser.parse_args())))


if __name__ == "__main__":
    main()
