from __future__ import annotations

import json
from pathlib import Path

import pytest

import reportedly
from reportedly.batch.bring import NoBatchError, bring
from reportedly.batch.bring import batch as find_batch
from reportedly.desk import Kept, Unchanged
from reportedly.ledger import open_ledger
from reportedly.ledger.port import EntryKind
from reportedly.ledger.verify import verify
from reportedly.types import Skipped


def test_what_a_batch_has_read_is_in_the_ledger_as_if_the_desk_had_read_it(
    batch: Path, pages: Path, tmp_path: Path
) -> None:
    found = find_batch(str(batch))
    with open_ledger(tmp_path / "imported.db") as ledger:
        outcomes = list(bring(found, ledger))
        assert [type(outcome) for outcome in outcomes] == [Kept] * 5
    with reportedly.open(tmp_path / "read.db") as desk:
        kept = [outcome for outcome in outcomes if isinstance(outcome, Kept)]
        list(desk.reading(*(outcome.article.source for outcome in kept)))  # in the order they were imported
        wanted = [(s.id, s.voice.party, s.stance) for s in desk.statements()]
        claims = [(view.claim.id, view.standing) for view in desk.claims()]
    with reportedly.open(tmp_path / "imported.db") as desk:
        assert [(s.id, s.voice.party, s.stance) for s in desk.statements()] == wanted
        assert [(view.claim.id, view.standing) for view in desk.claims()] == claims
        assert {type(outcome) for outcome in desk.reading(str(pages))} == {Unchanged}, "it need not be read again"


def test_importing_again_changes_nothing(batch: Path, tmp_path: Path) -> None:
    found = find_batch(str(batch))
    with open_ledger(tmp_path / "ledger.db") as ledger:
        some = bring(found, ledger)
        next(some), next(some)  # cut off after two
        assert sum(isinstance(outcome, Kept) for outcome in bring(found, ledger)) == 3
        head = ledger.head()
        assert [type(outcome) for outcome in bring(found, ledger)] == [Unchanged] * 5
        assert ledger.head() == head
        assert not any(isinstance(outcome, Skipped) for outcome in bring(found, ledger))


def test_every_article_tells_the_batch_it_came_from(batch: Path, tmp_path: Path) -> None:
    found = find_batch(str(batch))
    with open_ledger(tmp_path / "ledger.db") as ledger:
        list(bring(found, ledger))
        assert verify(ledger).fault == ""
        for entry in ledger.entries(kinds={EntryKind.ARTICLE}):
            kept = json.loads(ledger.capture(entry.object))
            assert (kept["batch"], kept["by"]) == (found.name, found.by)
            assert kept["article"]["id"] == entry.subject


def test_a_folder_without_a_batch_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoBatchError, match=r"no manifest"):
        find_batch(str(tmp_path))
