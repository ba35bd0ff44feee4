"""Text that was misread once, and kept so, is read as it was meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.read import read
from reportedly.read.charset import decode, legible
from reportedly.types import Article, Skipped

MEANT = "“We are glad,” said Lunt of Ågård – at last…"


def misread(text: str, codec: str = "cp1252") -> str:
    """Return UTF-8 as a program shows it that takes it for something else."""
    return text.encode("utf-8").decode(codec)


@pytest.mark.parametrize("times", [0, 1, 2])
def test_what_was_misread_is_undone(times: int) -> None:
    text = MEANT.replace("”", "’")  # the closing double mark has a byte that Windows-1252 leaves undefined
    for _ in range(times):
        text = misread(text)
    assert legible(text) == MEANT.replace("”", "’")
    assert decode(text.encode()) == MEANT.replace("”", "’")


@pytest.mark.parametrize(
    "text",
    ["Ågård’s “dam” held", "SÃO PAULO", "â la carte, Âge, ÃÃÃ", "€30 a day", "plain words", "100 £ and ½ more", ""],
)
def test_what_was_not_stays_as_it_is(text: str) -> None:
    assert legible(text) == text


def test_a_record_s_own_fields_are_read_so_too(tmp_path: Path) -> None:
    held = {
        "title": misread("Lunt ‘glad’ dam holds"),
        "text": misread("Lunt’s dam holds, he said. “We are glad.”"[:38]),
    }
    records = tmp_path / "stories.jsonl"
    records.write_text(json.dumps(held) + "\n", encoding="utf-8")
    (found,) = read([str(records)])
    assert not isinstance(found, Skipped)
    article: Article = found.article
    assert article.title == "Lunt ‘glad’ dam holds"
    assert article.text.startswith("Lunt’s dam holds")
