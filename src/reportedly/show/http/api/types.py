"""What the API takes and gives beside the library's own types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Path, Query

from reportedly.desk import Act
from reportedly.types import Story

AN_ID = "[0-9a-f]{12}"
MOMENT = r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?)?$"

StoryId = Annotated[str, Path(pattern=f"^t{AN_ID}$", description="Any id the story ever had.")]
ClaimId = Annotated[str, Path(pattern=rf"^c{AN_ID}:s[0-9]{{1,6}}$", description="Any id the claim ever had.")]
ArticleId = Annotated[str, Path(pattern=f"^a{AN_ID}$")]
StatementId = Annotated[str, Path(pattern=rf"^a{AN_ID}:s[0-9]{{1,6}}$")]
AsOf = Annotated[
    str, Query(description="What the world had said by then: ISO 8601, UTC; empty is now.", pattern=MOMENT)
]
Since = Annotated[str, Query(description="Mark what is new since then: ISO 8601, UTC.", pattern=MOMENT)]
Limit = Annotated[int, Query(ge=1, le=200)]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a request was not answered."""

    status: int
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class Stories:
    """Stories, the one that moved last first; `next` names the last of them where there are more."""

    stories: list[Story]
    next: str


@dataclass(frozen=True, slots=True)
class NewDecision:
    """What a person decides: an act, what it is about, and why (docs/ledger.md)."""

    act: Act
    subjects: list[str]
    reason: str
    value: str = ""
