"""Train the reader: corpus -> runs/<name>/last.pt, with a log of one JSON line an epoch. Seeded and resumable.

python -m training.train --name reader --epochs 8
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

import corpus.events
from corpus.stories import GoldArticle, stories
from reportedly.find.decode import anchors
from reportedly.find.windows import AIM, LENGTH, windows
from reportedly.read import read_text
from training.augment import alone, variant
from training.data import Example, Target, examples
from training.events import NO_OPINIONS, UNTOLD, grouped, marked
from training.model import EVENT_LABELS, LABELS, Events, Reader
from training.opinions import Opinion, read
from training.steps import optimiser_of, set_rate, step

RUNS = Path(__file__).parents[1] / "runs"
OPINIONS = "opinions.npz"  # of a teacher, in its run
LABEL_WEIGHTS = (0.3, 0.8, 0.3, 0.3)  # act, stance, certainty, channel
EVENT_PASSES = 1  # over the event sentences in an epoch, each time in other company
LENGTHS = (256, 128, AIM, AIM)  # of training windows: most as they are when it reads, some with more around them
TAUGHT_WEIGHT = 2.0  # of a teacher's odds of types in the loss, beside the 2 of labels
ALONE = 3  # sentences of an article that also stand by themselves


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


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one width, all (windows, width)."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    tags: Tensor
    examples: tuple[Example, ...]


def batches(found: Sequence[Example], limit: int, rnd: random.Random) -> Iterator[Batch]:
    """Yield batches of windows of like length, in random order."""
    order = sorted(found, key=lambda e: len(e.tokens) + rnd.random() * 24)
    groups: list[list[Example]] = [[]]
    for example in order:
        if groups[-1] and len(example.tokens) * (len(groups[-1]) + 1) > limit:
            groups.append([])
        groups[-1].append(example)
    rnd.shuffle(groups)
    for group in groups:
        width = max(len(e.tokens) for e in group)

        def padded(rows: list[np.ndarray], fill: int = 0, width: int = width) -> Tensor:
            return torch.tensor(np.stack([np.pad(r, (0, width - len(r)), constant_values=fill) for r in rows]))

        yield Batch(
            padded([e.tokens.ids for e in group]),
            padded([e.tokens.features for e in group]),
            padded([np.ones(len(e.tokens), np.int64) for e in group]),
            padded([e.tags for e in group], -100),
            tuple(group),
        )


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
    parts["roles"] = every[real].mean() / 20
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
    parts = {"event": 2 * (each * weights).sum() / told} | _taught([t.opinion for _, t in found], types, roles)
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
    parts = {"event taught": TAUGHT_WEIGHT * nn.functional.cross_entropy(types[rows], wanted)}
    parts["roles taught"] = _roles_loss(roles[rows], [opinion.roles for _, opinion in known])
    return parts


def _roles_loss(logits: Tensor, odds: Sequence[NDArray[np.float32]]) -> Tensor:
    """Return the loss of role logits (sentences, tokens, roles) against the odds of each sentence's own tokens."""
    wanted, mask = torch.zeros(logits.shape), torch.zeros(logits.shape[:2])
    for row, told in enumerate(odds):
        wanted[row, : len(told)] = torch.from_numpy(told)
        mask[row, : len(told)] = 1
    every = nn.functional.binary_cross_entropy_with_logits(logits.float(), wanted, reduction="none").sum(-1)
    return ((every * mask).sum(1) / 20).mean()


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


def gather(part: str, rnd: random.Random | None = None, opinions: Mapping[str, Opinion] = NO_OPINIONS) -> list[Example]:
    """Return the examples of one part of the corpus; with `rnd`, in a fresh variant."""
    found: list[Example] = []
    for story in stories(part):
        kinds = {claim.id: claim.event for claim in story.claims.values()}
        for article in story.articles:
            if rnd is None:
                found += examples(article, LENGTH, kinds)
                continue
            told = variant(article, rnd)
            found += examples(told, rnd.choice(LENGTHS), kinds, opinions)
            found += [e for sentence in alone(told, rnd, ALONE) for e in examples(sentence, LENGTH, kinds, opinions)]
    if rnd is None:
        return found + list(event_examples("test" if part == "dev" else part, rnd))
    return found + [e for _ in range(EVENT_PASSES) for e in event_examples("train", rnd, opinions) if part == "train"]


def event_examples(
    part: str, rnd: random.Random | None, opinions: Mapping[str, Opinion] = NO_OPINIONS
) -> Iterator[Example]:
    """Yield windows of event sentences, alone or a few together."""
    for sentences in grouped(list(corpus.events.examples(part)), rnd):
        article = read_text("\n\n".join(sentence.text for sentence in sentences))
        if rnd is not None:
            article = variant(GoldArticle(article, (), {}, {}, (), (), ""), rnd).article
        offsets = [0, *accumulate(len(sentence.text) + 2 for sentence in sentences)]
        for tokens in windows(article, LENGTH):
            found = [marked(tokens, s, offset, opinions) for s, offset in zip(sentences, offsets, strict=False)]
            tags = np.full(len(tokens), -100, np.int64)
            yield Example(tokens, tags, (), tuple(target for target in found if target is not None))


def train(settings: Settings) -> None:
    """Run the whole training, from the last finished epoch where there is one."""
    folder = RUNS / settings.name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_text(json.dumps(asdict(settings), indent=1))
    torch.manual_seed(settings.seed)
    model = Reader()
    if settings.start:
        model.load_state_dict(torch.load(RUNS / settings.start / "last.pt", weights_only=False)["model"])
    optimiser = optimiser_of(model, model.encoder.bert, settings.rate, settings.head_rate)
    first, steps = 0, 0
    if (folder / "last.pt").exists():
        kept = torch.load(folder / "last.pt", weights_only=False)
        model.load_state_dict(kept["model"])
        optimiser.load_state_dict(kept["optimiser"])
        first, steps = kept["epoch"] + 1, kept["steps"]
    dev = gather("dev")
    for epoch in range(first, settings.epochs):
        started = time.monotonic()
        sums, taken = _epoch(model, optimiser, epoch, settings)
        steps += taken
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
        torch.save(
            {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "epoch": epoch, "steps": steps},
            folder / "last.pt",
        )


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
        with torch.autocast("cpu", torch.bfloat16):
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
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
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
