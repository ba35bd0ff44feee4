"""The sources of a run: what the caller named, file by file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.batch.places import Place, is_remote
from reportedly.read import expand
from reportedly.read.sources import STDIN
from reportedly.types import Skipped


def files(sources: Iterable[str]) -> list[str | Skipped]:
    """List the files that the sources stand for, each once, in order: folders, globs and "s3://bucket/prefix" too."""
    seen: dict[str, str | Skipped] = {}
    for source in sources:
        for found in _files(source):
            seen.setdefault(found.source if isinstance(found, Skipped) else found, found)
    return list(seen.values())


def _files(source: str) -> Iterator[str | Skipped]:
    if is_remote(source):
        yield from _stored(source)
        return
    for item in expand([source]):
        if item.is_url or item.name == STDIN:
            yield Skipped(item.name, "a batch reads files: fetch pages with `reportedly read`, or save them first")
        elif item.problem:
            yield Skipped(item.name, item.problem)
        else:
            yield item.name


def _stored(source: str) -> Iterator[str | Skipped]:
    """Yield the object of that name, or all below it."""
    folder, _, name = source.rstrip("/").rpartition("/")
    try:
        if name and Place(folder).holds(name):
            yield source
            return
        below = [f"{source.rstrip('/')}/{found}" for found in Place(source).names()]
    except OSError as error:
        yield Skipped(source, f"the store cannot be read: {error}")
        return
    yield from below
    if not below:
        yield Skipped(source, "there is no object of that name, nor any below it")
