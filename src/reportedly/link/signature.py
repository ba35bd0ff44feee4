"""What signs the links made: rules and weights, so that another release is no reason to link again and these are."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

from reportedly.models import digest

RULES = "rules-11"  # raised where the code links the same words otherwise
WEIGHTS = ("weights.toml", "directions.npy")


@cache
def version() -> str:
    """Return the version of the rules with a digest of the linker's weights and those of the encoder behind them."""
    total = sha256(digest("sentence.onnx", "words.bin", "tokenizer.json").encode())
    for name in WEIGHTS:
        total.update(files("reportedly.link").joinpath(name).read_bytes())
    return f"{RULES} {total.hexdigest()[:12]}"
