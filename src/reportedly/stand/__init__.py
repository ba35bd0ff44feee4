"""Claims -> positions, standing, figures and questions: pure folds up to a moment."""

from reportedly.stand.backing import independent
from reportedly.stand.figures import bounds, newest, relation, rivals
from reportedly.stand.positions import flips, positions
from reportedly.stand.standing import ruling
from reportedly.stand.view import mentioned, unheard, view

__all__ = [
    "bounds",
    "flips",
    "independent",
    "mentioned",
    "newest",
    "positions",
    "relation",
    "rivals",
    "ruling",
    "unheard",
    "view",
]
