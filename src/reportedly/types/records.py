"""What the ledger keeps of links and judgements."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.types.statements import Reason


class LinkKind(StrEnum):
    """What a link ties its subject to."""

    CLAIM = "claim"  # statement -> another statement of the same claim
    ORIGIN = "origin"  # statement -> another statement of the same origin
    STORY = "story"  # article -> another article of the same story
    COPY = "copy"  # article -> the article it repeats


@dataclass(frozen=True, slots=True)
class Link:
    """A decision of the `link` stage, with what moved it. Claims, origins and stories are folds over links."""

    kind: LinkKind
    subject: str
    target: str
    score: float  # probability of being the same; COPY: of repeating the target as a whole
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on a link. It wins over the machine's; the last one on a pair stands."""

    kind: LinkKind  # CLAIM, ORIGIN or STORY
    left: str
    right: str
    same: bool
