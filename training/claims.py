"""Teach the sentence encoder which statements are of one claim: corpus -> runs/<name>/claims.pt

A statement's vector is the mean of its content's token states, read in the article around it ("late chunking",
Günther et al. 2024). A supervised contrastive loss (Khosla et al. 2020) inside each story draws the statements of one
claim together; the claim's gist, read alone, is one more of them. The first sentences of articles are drawn together by
story, so that the same encoder still tells stories apart.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from corpus.stories import GoldStory, stories
from measure.clusters import b_cubed
from reportedly.link.passages import Passages, passages
from reportedly.models import tokenizer
from training import held
from training.base import encoder
from training.steps import precision, step
from training.train import RUNS

TEMPERATURE = 0.1
LEADS = 2  # further stories whose openings stand beside a story's own
OPENING = 48  # tokens of an article that tell its story
WEIGHTS = "claims.pt"  # in a run's folder


@dataclass(frozen=True, slots=True)
class Lesson:
    """One story: its articles' passages, the claim of every statement ("" for none), and its claims' gists."""

    passages: tuple[Passages, ...]
    claims: tuple[str, ...]
    gists: tuple[tuple[str, list[int]], ...]
    openings: tuple[list[int], ...]


def lesson(story: GoldStory) -> Lesson:
    """Return a story as the training sees it."""
    claims = tuple(gold.claim.get(s.id, "") for gold in story.articles for s in gold.statements)
    gists = tuple((claim.id, tokenizer().encode(claim.gist).ids) for claim in story.claims.values())
    openings = tuple(
        tokenizer().encode(f"{g.article.title}. {g.article.text[:300]}").ids[:OPENING] for g in story.articles
    )[:3]
    return Lesson(tuple(passages(g.article, g.statements) for g in story.articles), claims, gists, openings)


def read(bert: nn.Module, rows: Sequence[Sequence[int]]) -> Tensor:
    """Return token states (rows, tokens, width) of padded rows of ids."""
    width = max(map(len, rows))
    ids = torch.tensor([[*r, *[0] * (width - len(r))] for r in rows])
    mask = torch.tensor([[1] * len(r) + [0] * (width - len(r)) for r in rows])
    return bert(input_ids=ids, attention_mask=mask).last_hidden_state.float()


def averaged(bert: nn.Module, rows: Sequence[Sequence[int]]) -> Tensor:
    """Return unit vectors of whole rows."""
    states = read(bert, rows)
    mask = torch.tensor([[1.0] * len(r) + [0.0] * (states.shape[1] - len(r)) for r in rows])
    return nn.functional.normalize((states * mask.unsqueeze(-1)).sum(1), dim=-1)


def vectors(bert: nn.Module, of: Lesson) -> Tensor:
    """Return unit vectors of a story's statements, in order."""
    found = []
    rows = [row for p in of.passages for row in p.rows]
    states = read(bert, rows)
    offset = 0
    for p in of.passages:
        for where in p.places:
            picked = torch.cat([states[offset + row, start:end] for row, start, end in where])
            found.append(picked.mean(0))
        offset += len(p.rows)
    return nn.functional.normalize(torch.stack(found), dim=-1)


def contrast(of: Tensor, labels: Sequence[str]) -> Tensor:
    """Return the supervised contrastive loss; rows labelled "" are strangers to all."""
    same = torch.tensor([[bool(a) and a == b for b in labels] for a in labels])
    same.fill_diagonal_(False)
    scores = of @ of.T / TEMPERATURE
    scores = scores.masked_fill(torch.eye(len(labels), dtype=torch.bool), -1e4)
    odds = scores - torch.logsumexp(scores, 1, keepdim=True)
    friends = same.sum(1)
    has = friends > 0
    return -((odds * same).sum(1)[has] / friends[has]).mean()


def loss_of(bert: nn.Module, of: Lesson, others: Sequence[Lesson]) -> Tensor:
    """Return the loss on one story's claims and on the openings of several stories."""
    said = vectors(bert, of)
    gists = averaged(bert, [ids for _, ids in of.gists])
    claims = contrast(torch.cat([said, gists]), [*of.claims, *(name for name, _ in of.gists)])
    openings = averaged(bert, [ids for lesson in (of, *others) for ids in lesson.openings])
    told = contrast(openings, [str(n) for n, lesson in enumerate((of, *others)) for _ in lesson.openings])
    return claims + 0.3 * told


def clusters(matrix: np.ndarray, threshold: float) -> list[int]:
    """Average linkage down to a threshold of cosine."""
    groups = [[i] for i in range(len(matrix))]
    links = matrix @ matrix.T
    sums = links.copy()
    np.fill_diagonal(sums, -np.inf)
    sizes = np.ones(len(matrix))
    alive = np.ones(len(matrix), bool)
    while alive.sum() > 1:
        means = sums / np.outer(sizes, sizes)
        means[~alive] = -np.inf
        means[:, ~alive] = -np.inf
        i, j = divmod(int(means.argmax()), len(matrix))
        if means[i, j] < threshold:
            break
        groups[i] += groups[j]
        groups[j] = []
        sums[i] += sums[j]
        sums[:, i] += sums[:, j]
        sums[i, i] = -np.inf
        sizes[i] += sizes[j]
        alive[j] = False
    found = [0] * len(matrix)
    for number, group in enumerate(groups):
        for i in group:
            found[i] = number
    return found


def judge(bert: nn.Module, dev: Sequence[Lesson]) -> dict[str, float]:
    """Return the best B-cubed F1 of plain average linkage on the vectors, and its threshold."""
    bert.eval()
    with torch.no_grad(), precision():
        every = [vectors(bert, of).float().numpy() for of in dev]
    best = (0.0, 0.0)
    for threshold in np.arange(0.2, 0.9, 0.05):
        gold, found = dict[str, str](), dict[str, str]()
        for number, (of, matrix) in enumerate(zip(dev, every, strict=True)):
            for i, (claim, group) in enumerate(zip(of.claims, clusters(matrix, threshold), strict=True)):
                if claim:
                    gold[f"{number}/{i}"] = f"{number}/{claim}"
                    found[f"{number}/{i}"] = f"{number}/{group}"
        best = max(best, (b_cubed(found, gold).f1, float(threshold)))
    return {"dev B3": round(best[0], 4), "at": round(best[1], 2)}


def train(name: str, epochs: int, rate: float, start: str = "") -> None:
    """Fine-tune, from a finished run where one is named."""
    folder = RUNS / name
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(7)
    lessons = [lesson(s) for s in stories("train") if s.id not in held()]
    dev = [lesson(s) for s in stories("dev")]
    bert = encoder()
    if start:
        bert.load_state_dict(torch.load(RUNS / start / WEIGHTS, weights_only=True))
    bert.embeddings.word_embeddings.weight.requires_grad = False
    optimiser = torch.optim.AdamW([p for p in bert.parameters() if p.requires_grad], lr=rate, weight_decay=0.01)
    total = epochs * len(lessons)
    rnd, done, started = random.Random(7), 0, time.monotonic()
    print(json.dumps(judge(bert, dev)), flush=True)
    for epoch in range(epochs):
        bert.train()
        rnd.shuffle(lessons)
        loss_sum = 0.0
        for n, of in enumerate(lessons):
            scale = min(1.0, done / (0.06 * total)) * 0.5 * (1 + math.cos(math.pi * done / total))
            for group in optimiser.param_groups:
                group["lr"] = rate * max(scale, 0.01)
            with precision():
                loss = loss_of(bert, of, [lessons[(n + k + 1) % len(lessons)] for k in range(LEADS)])
            step(bert, optimiser, {"claims": loss})
            done += 1
            loss_sum += loss.item() / len(lessons)
        line = {"epoch": epoch, "seconds": round(time.monotonic() - started), "loss": round(loss_sum, 4)}
        line |= judge(bert, dev)
        with (folder / "claims.jsonl").open("a") as log:
            print(json.dumps(line), file=log)
        print(json.dumps(line), flush=True)
        torch.save(bert.state_dict(), folder / WEIGHTS)


def main() -> None:
    """Read the settings from the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--name", default="claims")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--start", default="", help="a run to go on from, where the corpus has grown since")
    options = parser.parse_args()
    train(options.name, options.epochs, options.rate, options.start)


if __name__ == "__main__":
    main()
