"""The evidence pack of a story as a download: made when it is asked for, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from threading import Lock
from typing import BinaryIO, cast

from starlette.responses import StreamingResponse

from reportedly.show.export import pack
from reportedly.show.http.access import RefusedError
from reportedly.show.http.newsroom import Newsroom

IN_MEMORY = 8 * 2**20  # bytes of a pack; a larger one waits on disk
CHUNK = 64 * 1024
WAIT = 10  # seconds to come again after, where another pack is being made
_packing = Lock()


def evidence(room: Newsroom, name: str) -> StreamingResponse:
    """Return a story's pack. Raises NotFoundError, and RefusedError while another one is being made."""
    story = room.told(name).story.id
    if not _packing.acquire(blocking=False):
        raise RefusedError(503, "another evidence pack is being made: try again in a moment", WAIT)
    try:
        file = cast("BinaryIO", SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115 - closed when it is sent
        pack.write(room.view(), story, file)
    finally:
        _packing.release()
    headers = {"content-disposition": f'attachment; filename="evidence-{story}.zip"', "cache-control": "no-store"}
    return StreamingResponse(_chunks(file), media_type="application/zip", headers=headers)


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while chunk := file.read(CHUNK):
            yield chunk
