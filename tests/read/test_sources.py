from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from reportedly.read import Input, expand, read
from tests.read import pages
from tests.read.reading import only, reasons


def files(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pages.text(), "utf-8")
    return root


def names(*sources: object) -> list[str]:
    return [item.name for item in expand(map(str, sources))]


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    files(tmp_path, "b.txt", "a/2.txt", "a/1.txt", ".hidden", ".git/config")
    assert names(tmp_path) == [str(tmp_path / name) for name in ("b.txt", "a/1.txt", "a/2.txt")]


def test_one_name_alone_is_not_taken_letter_by_letter(tmp_path: Path) -> None:
    files(tmp_path, "1.txt")
    assert expand(str(tmp_path)) == expand([str(tmp_path)])


def test_globs_and_repetitions(tmp_path: Path) -> None:
    files(tmp_path, "1.txt", "2.txt", "deep/3.txt", "4.html")
    assert names(tmp_path / "*.txt", tmp_path / "1.txt") == [str(tmp_path / name) for name in ("1.txt", "2.txt")]
    assert names(tmp_path / "**" / "*.txt") == [str(tmp_path / name) for name in ("1.txt", "2.txt", "deep/3.txt")]


def test_a_name_that_looks_like_a_glob_is_a_name(tmp_path: Path) -> None:
    files(tmp_path, "page[1].txt")
    assert names(tmp_path / "page[1].txt") == [str(tmp_path / "page[1].txt")]


def test_expanding_what_was_expanded_changes_nothing(tmp_path: Path) -> None:
    files(tmp_path, "1.txt", "deep/2.txt")
    once = names(tmp_path, "-", "https://example.org/a", "nowhere.txt")
    assert names(*once) == once


def test_a_loop_of_links_ends_and_says_so(tmp_path: Path) -> None:
    files(tmp_path, "deep/1.txt")
    (tmp_path / "deep" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert expand([str(tmp_path)]) == [
        Input(str(tmp_path / "deep" / "1.txt")),
        Input(str(tmp_path / "deep" / "up"), "a link to a folder that is read already"),
    ]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("nowhere.txt", "there is no such file"),
        ("*.nothing", "no file matches this pattern"),
        ("", "not the name of a file"),
        ("a\0b", "not the name of a file"),
        ("ftp://example.org/a", "only http and https addresses are fetched"),
        ("https://example.org/a", "fetching is switched off"),
        ("x" * 5000, "the file cannot be opened"),
    ],
)
def test_what_cannot_be_opened(source: str, reason: str) -> None:
    (found,) = reasons(source)
    assert reason in found


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert reasons(tmp_path) == ["the folder holds no files"]


def test_a_broken_link_and_a_pipe_say_so(tmp_path: Path) -> None:
    (tmp_path / "broken").symlink_to(tmp_path / "gone")
    os.mkfifo(tmp_path / "pipe")
    assert reasons(tmp_path) == ["there is no such file", "it is not a regular file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_says_so(tmp_path: Path) -> None:
    path = files(tmp_path, "secret.txt") / "secret.txt"
    path.chmod(0)
    assert reasons(path) == ["the file cannot be opened: Permission denied"]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(pages.text().encode())))
    article = only("-")
    assert (article.source, article.text) == ("-", pages.text())


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    files(tmp_path, "1.txt", "3.txt")
    (tmp_path / "2.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    kinds = [type(reading).__name__ for reading in read([str(tmp_path)])]
    assert kinds == ["Document", "Skipped", "Document"]


def test_the_same_words_elsewhere_are_the_same_article(tmp_path: Path) -> None:
    files(tmp_path, "1.txt", "2.txt")
    one, two = (only(tmp_path / name) for name in ("1.txt", "2.txt"))
    assert one.id == two.id == "a" + one.sha256[:12]
    assert one.source != two.source


def test_a_path_is_as_good_as_its_name(tmp_path: Path) -> None:
    files(tmp_path, "a.txt")
    named = [item.name for item in expand([str(tmp_path)])]
    assert [item.name for item in expand([tmp_path])] == [item.name for item in expand(tmp_path)] == named
