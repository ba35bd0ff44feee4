"""How far a batch's claims and parties are from the desk's: python -m measure.apart [STORIES]

Both read the same articles of the development stories with the same weights. The desk reads them in the order of
publication, remembers speakers and compares each article with what it holds; the batch reads each by itself, links by
the tile and folds by the room. Pairs of statements in one claim are compared: precision is the share of the batch's
pairs that the desk has, recall the share of the desk's that the batch has.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.dataset as ds

import reportedly
from corpus.stories import stories
from reportedly.batch.engine import Engine, leave
from reportedly.batch.run import run, signature
from reportedly.batch.settings import Settings
from reportedly.show.export.datasets import DATASETS


def figures(number: int) -> dict[str, float]:
    """Return how the batch's reading of so many stories compares with the desk's."""
    with TemporaryDirectory() as folder:
        source, out = Path(folder) / "news.jsonl", Path(folder) / "out"
        _write(source, number)
        run([str(source)], Settings(str(out), signature()), Engine(workers=1), DATASETS)
        rows = ds.dataset(out / "statements").to_table(columns=["id", "claim", "party"]).to_pylist()
        copies = ds.dataset(out / "copies").to_table(columns=["article", "of"]).to_pylist()
        with reportedly.open(Path(folder) / "ledger.db") as desk:
            desk.read(str(source))
            said = {statement.id: statement.voice.party for statement in desk.statements()}
            theirs = _pairs({name: view.claim.id for view in desk.claims() for name in view.claim.statements})
            repeats = {(copy.article, copy.of) for copy in desk.copies()}
    ours = _pairs({row["id"]: row["claim"] for row in rows if row["claim"]})
    shared = [row for row in rows if row["id"] in said]
    found = {(row["article"], row["of"]) for row in copies}
    return {
        "statements, batch": len(rows),
        "statements, desk": len(said),
        "of shared ones, with another party": sum(row["party"] != said[row["id"]] for row in shared),
        "pairs in one claim, batch": len(ours),
        "pairs in one claim, desk": len(theirs),
        "precision of pairs": len(ours & theirs) / max(1, len(ours)),
        "recall of pairs": len(ours & theirs) / max(1, len(theirs)),
        "copies, batch": len(found),
        "copies, desk": len(repeats),
        "copies of both": len(found & repeats),
    }


def _write(path: Path, number: int) -> None:
    golds = [gold.article for story in list(stories("dev"))[:number] for gold in story.articles]
    with path.open("w", encoding="utf-8") as file:
        for a in sorted(golds, key=lambda article: article.published):
            told = {"text": a.text, "title": a.title, "outlet": a.outlet, "published": a.published}
            file.write(json.dumps(told) + "\n")


def _pairs(claims: Mapping[str, str]) -> set[tuple[str, str]]:
    groups: dict[str, list[str]] = {}
    for statement, claim in claims.items():
        groups.setdefault(claim, []).append(statement)
    return {pair for group in groups.values() for pair in _each(group)}


def _each(group: Iterable[str]) -> Iterable[tuple[str, str]]:
    return combinations(sorted(group), 2)


def main() -> None:
    """Print the figures."""
    for name, value in figures(int(sys.argv[1]) if len(sys.argv) > 1 else 99).items():
        print(f"{name:40} {value:10.3f}")


if __name__ == "__main__":
    main()
    leave(0)
