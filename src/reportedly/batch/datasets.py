"""What a batch writes, told by whoever shows things: a schema for each dataset, and the rows that a room comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from reportedly.desk import View


class Row(NamedTuple):
    """A row, the dataset it is of, and the article by whose month of publication it is filed."""

    dataset: str
    article: str
    cells: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Datasets:
    """Two functions of a module, which workers import by their names. Rows come in the order they shall stand in."""

    schemas: Callable[[], Mapping[str, Any]]
    rows: Callable[[View], Iterator[Row]]
