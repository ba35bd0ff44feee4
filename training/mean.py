"""The mean of some runs' weights, as a run of its own: python -m training.mean --name both RUN RUN ...

Weights on one path of training lie in one basin, and their mean errs less than either (Wortsman et al. 2022, "Model
soups"); whether it does is for `measure` to say.
"""

from __future__ import annotations

import argparse

import torch
from torch import Tensor

from training.steps import LAST
from training.train import RUNS


def mean(runs: list[str]) -> dict[str, Tensor]:
    """Return the mean of the runs' last weights."""
    held = [torch.load(RUNS / name / LAST, weights_only=False)["model"] for name in runs]
    return {key: sum(weights[key] for weights in held) / len(held) for key in held[0]}


def main() -> None:
    """Write the mean where `training.export` looks for a run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--name", required=True)
    parser.add_argument("runs", nargs="+")
    chosen = parser.parse_args()
    (RUNS / chosen.name).mkdir(parents=True, exist_ok=True)
    torch.save({"model": mean(chosen.runs)}, RUNS / chosen.name / LAST)


if __name__ == "__main__":
    main()
