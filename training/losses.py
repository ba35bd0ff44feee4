"""What the reader is trained by: the loss of every head, against labels and against a teacher's odds alike."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from reportedly.find.decode import anchors
from training.batches import Batch
from training.data import Target
from training.events import UNTOLD
from training.model import EVENT_LABELS, LABELS, Events, Reader
from training.opinions import Opinion

LABEL_WEIGHTS = (0.3, 0.8, 0.3, 0.3)  # act, stance, certainty, channel
TYPE_WEIGHT = 2.0  # of event types, by labels and by a teacher alike
ROLE_SCALE = 20  # words a role has at most, more or less: losses of roles are sums over a window


def loss_of(model: Reader, batch: Batch, rnd: random.Random | None) -> dict[str, Tensor]:
    """Return the parts of the loss on one batch; with `rnd`, gold anchors are jittered and wrong ones mixed in."""
    tags, states = model.encoder(batch.ids, batch.features, batch.mask)
    parts = event_loss(model.events, batch, states)
    if (batch.tags == -100).all():  # event sentences, whose attributions nobody has marked
        return parts
    parts["tags"] = nn.functional.cross_entropy(tags.float().flatten(0, 1), batch.tags.flatten(), ignore_index=-100)
    rows, targets = _pairs(batch, tags.detach().float().numpy(), rnd)
    if not rows:
        return parts
    width = batch.ids.shape[1]
    real = torch.tensor([t is not None for _, _, t in targets])
    roles, labels, valid = model.pairing(
        states[rows],
        batch.mask[rows],
        torch.tensor([s for s, _, _ in targets]),
        torch.tensor([e for _, e, _ in targets]),
    )
    parts["valid"] = 0.5 * nn.functional.binary_cross_entropy_with_logits(valid.float(), real.float())
    gold = torch.zeros(len(rows), width, roles.shape[-1])
    for row, (_, _, target) in enumerate(targets):
        if target is not None:
            gold[row, : len(target.roles)] = torch.from_numpy(target.roles)
    every = nn.functional.binary_cross_entropy_with_logits(roles.float(), gold, reduction="none").sum(-1)
    every = (every * batch.mask[rows]).sum(1)
    if not real.any():
        return parts
    parts["roles"] = every[real].mean() / ROLE_SCALE
    label_gold = torch.tensor([t.labels for _, _, t in targets if t is not None])
    for column, (logits, weight) in enumerate(zip(labels[real].float().split(LABELS, -1), LABEL_WEIGHTS, strict=True)):
        parts[f"label{column}"] = weight * nn.functional.cross_entropy(logits, label_gold[:, column])
    return parts


def event_loss(head: Events, batch: Batch, states: Tensor) -> dict[str, Tensor]:
    """Return the parts of the loss on the batch's event sentences."""
    found = [(row, target) for row, example in enumerate(batch.examples) for target in example.events]
    if not found:
        return {}
    width = max(len(t.tokens) for _, t in found)
    mask = torch.from_numpy(np.stack([np.arange(width) < len(t.tokens) for _, t in found]).astype(np.int64))
    where = torch.from_numpy(np.stack([np.pad(t.tokens, (0, width - len(t.tokens))) for _, t in found]))
    roles, labels = head(states[torch.tensor([row for row, _ in found]).unsqueeze(1), where], mask)
    types, modes, flags = labels.float().split(EVENT_LABELS, -1)
    whole = torch.tensor([t.roles is not None for _, t in found])
    gold_types = torch.tensor([t.type for _, t in found])
    weights = torch.tensor([t.weight for _, t in found])
    each = nn.functional.cross_entropy(types, gold_types, reduction="none", label_smoothing=0.05, ignore_index=UNTOLD)
    told = (gold_types != UNTOLD).sum().clamp(min=1)
    parts = {"event": TYPE_WEIGHT * (each * weights).sum() / told} | _taught(
        [t.opinion for _, t in found], types, roles
    )
    if whole.any():
        known = [t.roles for _, t in found if t.roles is not None]
        parts["event roles"] = _roles_loss(roles[whole], known)
        gold_modes = torch.tensor([t.mode for _, t in found])
        parts["event mode"] = 0.3 * nn.functional.cross_entropy(modes[whole], gold_modes[whole])
        gold_flags = torch.from_numpy(np.stack([t.flags for _, t in found]))
        flag_loss = nn.functional.binary_cross_entropy_with_logits(flags[whole], gold_flags[whole], reduction="none")
        parts["event flags"] = flag_loss.sum(-1).mean()
    return parts


def _taught(opinions: Sequence[Opinion | None], types: Tensor, roles: Tensor) -> dict[str, Tensor]:
    """Return the parts of the loss that a teacher's odds give; `types` and `roles` are logits, one row a sentence."""
    known = [(row, opinion) for row, opinion in enumerate(opinions) if opinion is not None]
    if not known:
        return {}
    rows = [row for row, _ in known]
    wanted = torch.from_numpy(np.stack([opinion.types for _, opinion in known]))
    parts = {"event taught": TYPE_WEIGHT * nn.functional.cross_entropy(types[rows], wanted)}
    parts["roles taught"] = _roles_loss(roles[rows], [opinion.roles for _, opinion in known])
    return parts


def _roles_loss(logits: Tensor, odds: Sequence[NDArray[np.float32]]) -> Tensor:
    """Return the loss of role logits (sentences, tokens, roles) against the odds of each sentence's own tokens."""
    wanted, mask = torch.zeros(logits.shape), torch.zeros(logits.shape[:2])
    for row, told in enumerate(odds):
        wanted[row, : len(told)] = torch.from_numpy(told)
        mask[row, : len(told)] = 1
    every = nn.functional.binary_cross_entropy_with_logits(logits.float(), wanted, reduction="none").sum(-1)
    return ((every * mask).sum(1) / ROLE_SCALE).mean()


Pair = tuple[int, int, Target | None]


def _pairs(batch: Batch, tags: np.ndarray, rnd: random.Random | None) -> tuple[list[int], list[Pair]]:
    """Return window number and (start, end, target) of gold anchors, and of the tagger's mistakes without a target."""
    rows: list[int] = []
    pairs: list[Pair] = []
    for row, example in enumerate(batch.examples):
        if (example.tags == -100).all():  # its attributions are not marked, so none that is found is wrong
            continue
        for target in example.targets:
            start, end = target.start, target.end
            if rnd is not None and rnd.random() < 0.15:
                start = max(1, start + rnd.choice((-1, 0, 1)))
                end = max(start + 1, min(len(example.tokens), end + rnd.choice((-1, 0, 1))))
            rows.append(row)
            pairs.append((start, end, target))
        wrong = [
            a
            for a in anchors(tags[row, : len(example.tokens)])
            if not any(a.start < t.end and t.start < a.end for t in example.targets)
        ]
        rows += [row] * len(wrong)
        pairs += [(a.start, a.end, None) for a in wrong]
    return rows, pairs
