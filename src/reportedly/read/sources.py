"""What the caller named, one by one: files, folders, globs, standard input and URLs."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

STDIN = "-"
Source: TypeAlias = str | os.PathLike[str]  # a file, a folder, a glob, "-" or a URL


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to be opened: a path, "-" or a URL. A container among them holds any number of documents."""

    name: str
    problem: str = ""  # why it cannot be opened, where that is known already

    @property
    def is_url(self) -> bool:
        """Tell whether it has to be fetched."""
        return self.name.lower().startswith(("http://", "https://"))


def expand(sources: Source | Iterable[Source]) -> list[Input]:
    """List what the sources stand for, in a stable order, each place once; what cannot be opened says why.

    One name alone is taken for what it is, not for its letters: "/pages" would begin with the whole disk.
    """
    seen: dict[str, Input] = {}
    for source in [sources] if isinstance(sources, (str, os.PathLike)) else sources:
        for item in _expand(os.fspath(source)):
            seen.setdefault(item.name, item)
    return list(seen.values())


def _expand(source: str) -> Iterator[Input]:
    item = Input(source)
    if source == STDIN or item.is_url:
        yield item
    elif "://" in source:
        yield Input(source, "only http and https addresses are fetched")
    elif not source or "\0" in source:
        yield Input(source, "not the name of a file")
    elif os.path.isdir(source):  # noqa: PTH112 - Path.is_dir() raises on names that os.path takes in its stride
        yield from _folder(Path(source))
    elif os.path.lexists(source) or not glob.has_magic(source):
        yield item
    else:
        found = sorted(glob.glob(source, recursive=True))  # noqa: PTH207 - Path.glob() takes no absolute pattern
        for name in found:
            yield from _expand(name)
        if not found:
            yield Input(source, "no file matches this pattern")


def _folder(root: Path) -> Iterator[Input]:
    """Walk a folder in order of names, hidden entries left out, each real folder once."""
    count = 0
    walked: set[tuple[int, int]] = set()
    pending = [root]
    while pending:
        folder = pending.pop()
        try:
            at = folder.stat()
            entries = sorted(folder.iterdir())
        except OSError as error:
            yield Input(str(folder), f"the folder cannot be opened: {error.strerror or error}")
            count += 1
            continue
        if (at.st_dev, at.st_ino) in walked:
            yield Input(str(folder), "a link to a folder that is read already")
            continue
        walked.add((at.st_dev, at.st_ino))
        visible = [entry for entry in entries if not entry.name.startswith(".")]
        folders = {entry for entry in visible if os.path.isdir(entry)}  # noqa: PTH112 - as above: no entry may end the walk
        for entry in visible:
            if entry not in folders:
                yield Input(str(entry))
                count += 1
        pending += sorted(folders, reverse=True)
    if not count:
        yield Input(str(root), "the folder holds no files")
