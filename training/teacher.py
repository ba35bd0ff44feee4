"""A larger model for events, whose opinions the reader learns: all-mpnet-base-v2 (109 M parameters, Apache-2.0).

python -m training.teacher --epochs 2     corpus -> runs/teacher/last.pt, opinions.npz: an hour of one core

It reads the same windows as the reader and has the same head over it; its vocabulary is the reader's with other
numbers. It never ships: an article would take it ten times as long.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import nn

import corpus.events
from corpus.stories import stories
from reportedly.find.decode import sigmoid, softmax
from reportedly.find.windows import AIM, LENGTH, Tokens, windows
from reportedly.models import mask, padded
from reportedly.read import read_text
from reportedly.text import sentences
from reportedly.types import Span
from training.batches import batches, event_examples
from training.data import Example, examples
from training.events import touches
from training.losses import event_loss
from training.model import EVENT_LABELS, Events
from training.mpnet import Encoder
from training.opinions import Opinion, key_of, write
from training.steps import keep, optimiser_of, precision, resume, set_rate, step
from training.train import OPINIONS, RUNS

TOKENS = 1024  # in a batch
TOGETHER = 64  # sentences that it has an opinion on at a time
RATE, HEAD_RATE, WARMUP = 4e-5, 6e-4, 0.06
SEED = 3
STORY_SHARE = 0.5  # of the story windows that tell of a claim's event are read in each pass


class Teacher(nn.Module):
    """The large encoder under the reader's event head."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.events = Encoder(), Events()


def gather(rnd: random.Random) -> list[Example]:
    """Return the event sentences, and some windows of stories that tell of a claim's event."""
    found = list(event_examples("train", rnd))
    for story in stories("train"):
        kinds = {claim.id: claim.event for claim in story.claims.values()}
        windows_told = (e for article in story.articles for e in examples(article, AIM, kinds) if e.events)
        found += [replace(e, tags=np.full_like(e.tags, -100)) for e in windows_told if rnd.random() < STORY_SHARE]
    return found


def train(name: str, epochs: int) -> Teacher:
    """Run the training, from the last finished epoch where there is one; return the teacher."""
    folder = RUNS / name
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    model = Teacher()
    optimiser = optimiser_of(model, model.encoder.bert, RATE, HEAD_RATE)
    for epoch in range(resume(folder, model, optimiser), epochs):
        started = time.monotonic()
        told = _epoch(model, optimiser, epoch, epochs)
        print(json.dumps({"epoch": epoch, "seconds": round(time.monotonic() - started), "loss": told}), flush=True)
        keep(folder, model, optimiser, epoch)
    return model


def _epoch(model: Teacher, optimiser: torch.optim.Optimizer, epoch: int, epochs: int) -> float:
    """Read the sentences once; return the mean loss."""
    rnd = random.Random(SEED * 1000 + epoch)
    todo, told = list(batches(gather(rnd), TOKENS, rnd)), 0.0
    model.train()
    for number, batch in enumerate(todo):
        set_rate(optimiser, (epoch + number / len(todo)) / epochs, WARMUP)
        with precision():
            parts = event_loss(model.events, batch, model.encoder(batch.ids, batch.features, batch.mask))
        step(model, optimiser, parts)
        told += sum(part.item() for part in parts.values()) / len(todo)
    return round(told, 4)


def opinions(model: Teacher) -> dict[str, Opinion]:
    """Return what the teacher makes of every event sentence and every sentence of the stories, test parts left out."""
    known = {key_of(text): text for text in _sentences()}
    shown = {key: cut[0] for key, text in known.items() if (cut := windows(read_text(text), LENGTH))}
    order = sorted(shown, key=len)  # "Read more: ..." is furniture, and in no window
    model.eval()
    found = dict[str, Opinion]()
    for at in range(0, len(order), TOGETHER):
        keys = order[at : at + TOGETHER]
        found |= zip(keys, _opinions(model, [(shown[key], len(known[key])) for key in keys]), strict=True)
    return found


def _sentences() -> Iterator[str]:
    yield from (example.text for example in corpus.events.examples("train"))
    for article in (article.article for story in stories("train") for article in story.articles):
        for block in article.blocks:
            yield from (span.of(article.text) for span in sentences(article.text, block.span))


def _opinions(model: Teacher, shown: Sequence[tuple[Tokens, int]]) -> list[Opinion]:
    """Return opinions on sentences, each alone in its window and so many characters long."""
    whole = [np.flatnonzero(touches(tokens, Span(0, length))) for tokens, length in shown]
    ids, features = padded([t.ids for t, _ in shown]), padded([t.features for t, _ in shown])
    with torch.no_grad(), precision():
        states = model.encoder(*map(torch.from_numpy, (ids, features, mask([len(t) for t, _ in shown]))))
        inside = padded([states[row, places].float().numpy() for row, places in enumerate(whole)])
        roles, labels = model.events(torch.from_numpy(inside), torch.from_numpy(mask([len(p) for p in whole])))
    types = softmax(labels[:, : EVENT_LABELS[0]].float().numpy())
    odds = sigmoid(roles.float().numpy())
    return [Opinion(types[row], odds[row, : len(places)]) for row, places in enumerate(whole)]


def main() -> None:
    """Train, then write what is thought of every sentence."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--name", default="teacher")
    parser.add_argument("--epochs", type=int, default=2)
    chosen = parser.parse_args()
    write(RUNS / chosen.name / OPINIONS, opinions(train(chosen.name, chosen.epochs)))


if __name__ == "__main__":
    main()
