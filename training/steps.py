"""What every training here does alike: two rates, warm-up and cosine, one careful step, weights kept each epoch."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn

LAST = "last.pt"  # in a run's folder: the weights after its last epoch


def precision() -> torch.autocast:
    """Return the context to compute in: bfloat16, or float32 where a processor would emulate it, fifty times slower."""
    return torch.autocast("cpu", torch.bfloat16, enabled=torch.backends.cpu.get_cpu_capability() == "AVX512")


def resume(folder: Path, model: nn.Module, optimiser: torch.optim.Optimizer) -> int:
    """Load what a run has kept, where it has; return the epoch to go on with."""
    if not (folder / LAST).exists():
        return 0
    kept = torch.load(folder / LAST, weights_only=False)
    model.load_state_dict(kept["model"])
    optimiser.load_state_dict(kept["optimiser"])
    return int(kept["epoch"]) + 1


def keep(folder: Path, model: nn.Module, optimiser: torch.optim.Optimizer, epoch: int) -> None:
    """Keep what `resume` needs."""
    kept = {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "epoch": epoch}
    torch.save(kept, folder / LAST)


def optimiser_of(model: nn.Module, pretrained: nn.Module, rate: float, head_rate: float) -> torch.optim.Optimizer:
    """Return an optimiser with a rate for what was pretrained of a model and another for the rest."""
    known = {id(p) for p in pretrained.parameters()}
    inner = [p for p in pretrained.parameters() if p.requires_grad]
    rest = [p for p in model.parameters() if id(p) not in known]
    groups = [{"params": part, "lr": lr, "peak": lr} for part, lr in ((inner, rate), (rest, head_rate))]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def set_rate(optimiser: torch.optim.Optimizer, progress: float, warmup: float) -> None:
    """Linear warm-up, then half a cosine down to nothing."""
    falling = 0.5 * (1 + math.cos(math.pi * (progress - warmup) / (1 - warmup)))
    scale = progress / warmup if progress < warmup else falling
    for group in optimiser.param_groups:
        group["lr"] = group["peak"] * max(scale, 0.01)


def step(model: nn.Module, optimiser: torch.optim.Optimizer, losses: Mapping[str, Tensor]) -> None:
    """Go one step against the sum of the losses, its gradient clipped to length one."""
    optimiser.zero_grad(set_to_none=True)
    torch.stack(list(losses.values())).sum().backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
