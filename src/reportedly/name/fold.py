"""Whether a public body is its state's voice or a side of its own: "the navy", "the Constitutional Court"."""

from __future__ import annotations

from reportedly.name.forms import PORTFOLIOS
from reportedly.name.lexicon import singular
from reportedly.name.phrase import Noun
from reportedly.name.scene import Scene
from reportedly.types import PartyKind


def features(scene: Scene, noun: Noun, proper: bool, of_state: bool) -> dict[str, float]:
    """Return what speaks for a body being its state's voice (data/weights.txt, "fold")."""
    head = singular(noun.head.split()[-1]) if noun.head else ""
    lands = sum(odds > 0 for odds in scene.lands.odds.values())
    words = {w.low for w in noun.modifiers}
    listed = any(scene.gazetteer.kind_of(s) is PartyKind.STATE for s in scene.lands.names())
    found = {
        "fold.bias": 1.0,
        f"fold.head {head}": 1.0,
        f"fold.class {noun.kind}": 1.0,
        "fold.proper": float(proper),
        "fold.of state": float(of_state),
        "fold.states": min(3.0, float(lands)),
        "fold.unnamed": float(listed and not (of_state or proper or noun.complements)),
        "fold.national": float(
            bool(words & {"national", "state", "federal", "military", "government", "presidential"})
        ),
        "fold.independent": float(
            bool(words & {"independent", "constitutional", "supreme", "high", "electoral", "reserve", "joint"})
        ),
    }
    found |= {f"fold.word {word}": 1.0 for word in words & PORTFOLIOS}
    return {name: value for name, value in found.items() if value}
