"""Files on this machine and in stores that speak S3, by path or URL: read in part, written whole or not at all."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any

from pyarrow import fs

_S3 = "s3://"
_AHEAD = 1 << 20  # bytes asked of a store at a time


@dataclass(frozen=True, slots=True)
class Place:
    """A folder, local or "s3://bucket/prefix". Names of files in it use "/"; a store's address and keys are taken from
    the environment (AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID, ...), as every tool for such stores does."""

    url: str

    def at(self, name: str) -> str:
        """Return the path or URL of a file in it."""
        return f"{self.url.rstrip('/')}/{name}"

    def holds(self, name: str) -> bool:
        """Tell whether a file is there."""
        system, path = _found(self.at(name))
        return bool(system.get_file_info(path).type == fs.FileType.File)

    def read(self, name: str, start: int = 0, length: int | None = None) -> bytes:
        """Return a file's bytes, or a part of them. Raises OSError where there is no such file."""
        system, path = _found(self.at(name))
        with system.open_input_file(path) as file:
            file.seek(start)
            return bytes(file.read(length))

    def write(self, name: str, data: bytes) -> None:
        """Put a file there: whoever looks sees all of it or nothing, also when the writer is killed."""
        system, path = _found(self.at(name))
        if isinstance(system, fs.LocalFileSystem):
            target = Path(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            passing = target.with_name(f".{target.name}.{os.getpid()}")
            passing.write_bytes(data)
            passing.replace(target)
            return
        with system.open_output_stream(path, compression=None) as out:
            out.write(data)

    def remove(self, name: str) -> None:
        """Take a file away, if it is there."""
        system, path = _found(self.at(name))
        if system.get_file_info(path).type == fs.FileType.File:
            system.delete_file(path)

    def names(self, under: str = "") -> Iterator[str]:
        """Yield the names of the files in a folder of it and below, in order."""
        system, root = _found(self.url.rstrip("/"))
        chosen = fs.FileSelector(f"{root}/{under}".rstrip("/"), allow_not_found=True, recursive=True)
        found = (info.path for info in system.get_file_info(chosen) if info.type == fs.FileType.File)
        names = sorted(path.removeprefix(root).lstrip("/") for path in found)
        yield from (name for name in names if not name.rpartition("/")[2].startswith("."))


def is_remote(url: str) -> bool:
    """Tell whether a source lies in a store."""
    return url.startswith(_S3)


def opened(url: str) -> IO[bytes]:
    """Open a file, local or remote, to read from any place in it. Raises OSError with the reason where that fails."""
    if not is_remote(url):
        return Path(url).open("rb")
    system, path = _found(url)
    return io.BufferedReader(system.open_input_file(path), _AHEAD)


def _found(url: str) -> tuple[Any, str]:
    if is_remote(url):
        return _store(), url.removeprefix(_S3)
    return _local(), str(Path(url).absolute())


@cache
def _local() -> Any:
    return fs.LocalFileSystem()


@cache
def _store() -> Any:
    endpoint = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL") or None
    region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or None
    anonymous = os.environ.get("AWS_NO_SIGN_REQUEST", "").lower() in {"1", "true", "yes"}
    return fs.S3FileSystem(
        endpoint_override=endpoint, region=region, anonymous=anonymous, force_virtual_addressing=False
    )
