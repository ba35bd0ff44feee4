"""The reader: one encoder, a tagger for anchors, a small head that reads the window once for every anchor, and another
that reads every sentence for its event.

Tagging source and content for each anchor apart is what lets contents nest and sources be shared; it follows the
predicate-conditioned taggers of semantic role labelling (He et al. 2017; Shi and Lin 2019).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from reportedly.find.labels import (
    ACTS,
    ANCHOR_TAGS,
    CERTAINTIES,
    CHANNELS,
    EVENT_MODES,
    EVENT_ROLES,
    EVENT_TYPES,
    FLAGS,
    ROLES,
    STANCES,
)
from reportedly.find.windows import FEATURES
from training.base import encoder

# One layer less costs a twelfth of the time and is made up for in training; the last is what the heads read.
KEPT = (0, 1, 2, 3, 5)
WIDTH = 192  # of the pairing head's states
LABELS = (len(ACTS), len(STANCES), len(CERTAINTIES), len(CHANNELS))
EVENT_LABELS = (len(EVENT_TYPES), len(EVENT_MODES), len(FLAGS))
REACH = 24  # buckets of distance on each side of the anchor
HEADS = 4
# What the encoder's inner layers are shown of a state at most: where a window begins ([CLS]), one number is 28; all
# others of all tokens are within 12, and 8-bit products share their steps out over the whole range.
LARGEST = 12.0


class Layer(nn.Module):
    """A pre-norm transformer layer, (batch, tokens, WIDTH) to the same; written out to keep its ONNX graph plain."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm, self.norm_mlp = nn.LayerNorm(width), nn.LayerNorm(width)
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.out = nn.Linear(width, width)
        self.widen, self.narrow = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.drop = nn.Dropout(0.1)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """`bias` (batch, 1, 1, tokens) is 0 for tokens and very negative for padding."""
        x = self.norm(states)
        batch, tokens, width = x.shape
        q, k, v = (f(x).view(batch, tokens, HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        weights = torch.softmax(q @ k.transpose(2, 3) * (width / HEADS) ** -0.5 + bias, dim=-1)
        mixed = (weights @ v).transpose(1, 2).reshape(batch, tokens, width)
        states = states + self.drop(self.out(mixed))
        return states + self.drop(self.narrow(nn.functional.gelu(self.widen(self.norm_mlp(states)))))


class Encoder(nn.Module):
    """Tokens to anchor tags (batch, tokens, 5) and states for the pairing head (batch, tokens, WIDTH)."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = encoder(KEPT)
        # Frozen: half of all weights, and 7,000 statements teach them nothing that the layers above cannot learn.
        self.bert.embeddings.word_embeddings.weight.requires_grad = False
        for layer in self.bert.encoder.layer[:-1]:
            layer.intermediate.register_forward_pre_hook(_clipped)
        hidden = self.bert.config.hidden_size
        self.features = nn.Embedding(FEATURES, hidden)
        nn.init.zeros_(self.features.weight)  # so that the pretrained encoder starts undisturbed
        self.tags = nn.Linear(hidden, len(ANCHOR_TAGS))
        self.states = nn.Linear(hidden, WIDTH)
        self.drop = nn.Dropout(0.1)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """All inputs are (batch, tokens), int64; `mask` is 1 for tokens and 0 for padding."""
        words = self.bert.embeddings.word_embeddings(ids) + self.features(features)
        hidden = self.drop(self.bert(inputs_embeds=words, attention_mask=mask).last_hidden_state)
        return self.tags(hidden), self.states(hidden)


def _clipped(_: nn.Module, given: tuple[Tensor]) -> tuple[Tensor]:
    return (given[0].clamp(-LARGEST, LARGEST),)


class Pairing(nn.Module):
    """For every anchor: which tokens are its source, content and via, and what kind of statement it makes."""

    def __init__(self, layers: int = 1) -> None:
        super().__init__()
        self.distance = nn.Embedding(2 * REACH + 1, WIDTH)
        self.mark = nn.Parameter(torch.zeros(WIDTH))
        self.anchor = nn.Linear(WIDTH, WIDTH)
        self.layers = nn.ModuleList(Layer(WIDTH) for _ in range(layers))
        self.norm = nn.LayerNorm(WIDTH)
        self.roles = nn.Linear(WIDTH, len(ROLES))
        self.mix = nn.Linear(3 * WIDTH, WIDTH)
        self.labels = nn.Linear(WIDTH, sum(LABELS))
        self.valid = nn.Linear(WIDTH, 1)
        self.drop = nn.Dropout(0.1)

    def forward(self, states: Tensor, mask: Tensor, start: Tensor, end: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """States (anchors, tokens, WIDTH), mask (anchors, tokens), start and end (anchors,) of each anchor.

        Returns logits: roles (anchors, tokens, 3), labels (anchors, sum(LABELS)), valid (anchors,).
        """
        place = torch.arange(states.shape[1], device=states.device).unsqueeze(0)
        on = ((place >= start.unsqueeze(1)) & (place < end.unsqueeze(1))).to(states.dtype).unsqueeze(-1)
        x = states + self.distance(_bucket(place, start, end)) + on * self.mark
        x = x + self.anchor((states * on).sum(1) / on.sum(1).clamp(min=1)).unsqueeze(1)
        bias = (1 - mask.to(states.dtype)).unsqueeze(1).unsqueeze(1) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        x = self.norm(x)
        roles = self.roles(self.drop(x))
        content = torch.sigmoid(roles[..., 1:2]) * mask.to(states.dtype).unsqueeze(-1)
        source = torch.sigmoid(roles[..., 0:1]) * mask.to(states.dtype).unsqueeze(-1)
        pooled = [(x * w).sum(1) / (w.sum(1) + 0.1) for w in (on, content, source)]
        mixed = self.drop(nn.functional.gelu(self.mix(torch.cat(pooled, -1))))
        return roles, self.labels(mixed), self.valid(mixed).squeeze(-1)


def _bucket(place: Tensor, start: Tensor, end: Tensor) -> Tensor:
    """Signed distance from the anchor in buckets: exact to 8 tokens, then wider (log), REACH on each side."""
    before = (start.unsqueeze(1) - place).clamp(min=0)
    after = (place - end.unsqueeze(1) + 1).clamp(min=0)
    far = torch.maximum(before, after)
    wide = 8 + (torch.log2((far.to(torch.float32) / 8).clamp(min=1)) * 3).to(torch.int64)
    bucket = torch.where(far <= 8, far, wide).clamp(max=REACH)
    return REACH + torch.where(before > 0, -bucket, bucket)


class Events(nn.Module):
    """For every sentence: the main event it is news of, and which of its tokens name the event and who takes part."""

    def __init__(self, layers: int = 2) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(WIDTH) for _ in range(layers))
        self.norm = nn.LayerNorm(WIDTH)
        self.roles = nn.Linear(WIDTH, len(EVENT_ROLES))
        self.mix = nn.Linear(3 * WIDTH, WIDTH)
        self.labels = nn.Linear(WIDTH, sum(EVENT_LABELS))
        # The encoder was made for means of its states, so they tell the type from the first step on.
        self.meaning = nn.Linear(WIDTH, sum(EVENT_LABELS))
        self.drop = nn.Dropout(0.1)

    def forward(self, states: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """States (sentences, tokens, WIDTH) and mask (sentences, tokens) of each sentence alone.

        Returns logits: roles (sentences, tokens, 6), labels (sentences, sum(EVENT_LABELS)).
        """
        real = mask.to(states.dtype)
        bias = (1 - real).unsqueeze(1).unsqueeze(1) * -10000.0
        x = states
        for layer in self.layers:
            x = layer(x, bias)
        x = self.norm(x)
        roles = self.roles(self.drop(x))
        weights = (real, torch.sigmoid(roles[..., 0]) * real, torch.sigmoid(roles[..., 1]) * real)
        pooled = [(x * w.unsqueeze(-1)).sum(1) / (w.sum(1, keepdim=True) + 0.1) for w in weights]
        mixed = self.drop(nn.functional.gelu(self.mix(torch.cat(pooled, -1))))
        mean = (states * real.unsqueeze(-1)).sum(1) / real.sum(1, keepdim=True)
        return roles, self.labels(mixed) + self.meaning(self.drop(mean))


class Reader(nn.Module):
    """All parts together, as trained."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.pairing, self.events = Encoder(), Pairing(), Events()
