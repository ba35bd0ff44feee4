"""An evidence pack: a zip that holds what was read, what was found in it and where, and how to check all of that.

Nothing in it depends on when it is made: the same ledger at the same moment gives the same bytes. Names inside are made
of lower-case letters, digits, "-" and "_" whatever a ledger calls things, so that nothing lands outside of where it is
unpacked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import IO, TYPE_CHECKING, BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reportedly.ledger.lines import line
from reportedly.ledger.port import DamagedError
from reportedly.show.brief.compose import compose
from reportedly.show.brief.html import to_html
from reportedly.show.brief.markdown import to_markdown
from reportedly.show.export import jsonl, web_annotations
from reportedly.show.export.as_json import exactly
from reportedly.show.export.part import Part, parts, until
from reportedly.show.export.table import whole
from reportedly.show.export.tables_of_log import entries
from reportedly.show.gather import gather

if TYPE_CHECKING:
    from reportedly.desk import View

MANIFEST = "manifest.sha256"
STORIES = 100  # in the brief, newest first; the records hold all
_NEVER = (1980, 1, 1, 0, 0, 0)  # zip knows no older time
_READABLE = 0o100644 << 16
_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,80}")
_CHECK = """\
An evidence pack of Reportedly: who says what, and where it stands.

To check that nothing was changed, in this folder:

    sha256sum --check manifest.sha256

captures/           the raw bytes of each page as it was read; a file's name is its SHA-256
articles/           the text that was taken from each page; UTF-8
records.jsonl       articles, statements, origins and claims, a JSON object a line
pins.jsonl          where each statement's words stand: code points of its article's text, exact words, their SHA-256;
                    "orphaned" where the words are no longer there
annotations.jsonld  the same as W3C Web Annotations
entries.jsonl       the ledger's own entries behind this, each with its hash
brief.md, brief.html  the brief for people
about.json          the moment this was made for, and the hash of the last entry of the ledger then

It tells who says what. It does not tell what is true.
"""


def write(view: View, story: str, file: BinaryIO) -> None:
    """Write the pack of one story or of all. Raises DamagedError where the ledger lacks a capture."""
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        pack = _Pack(archive)
        pack.put("about.json", _about(view, story))
        pack.put("CHECK.txt", _CHECK.encode())
        _documents(pack, view, story)
        with pack.member("records.jsonl") as member:
            jsonl.write(view, story, member)
        with pack.member("annotations.jsonld") as member:
            web_annotations.write(view, story, member)
        with pack.member("pins.jsonl") as member:
            for part in parts(view, story):
                for found in _pins(part):
                    member.write(found)
        with pack.member("entries.jsonl") as member:
            for entry in entries(view, story):
                member.write(line(entry))
        brief = compose(gather(view, story=story, limit=STORIES), headlines=1000)
        pack.put("brief.md", whole(to_markdown(brief)).encode())
        pack.put("brief.html", whole(to_html(brief)).encode())
        pack.close()


class _Pack:
    """A zip whose members are hashed as they are written."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._sums: dict[str, str] = {}

    @contextmanager
    def member(self, name: str) -> Iterator[BinaryIO]:
        """Yield a member to write to."""
        info = ZipInfo(name, _NEVER)
        info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, _READABLE, 3
        with self._archive.open(info, "w", force_zip64=True) as file:
            hashed = _Hashed(file)
            yield cast("BinaryIO", hashed)
        self._sums[name] = hashed.sum.hexdigest()

    def put(self, name: str, data: bytes) -> None:
        """Write a member that is at hand as a whole; one that is there already stays."""
        if name not in self._sums:
            with self.member(name) as file:
                file.write(data)

    def close(self) -> None:
        """Write the manifest."""
        lines = [f"{digest}  {name}\n" for name, digest in sorted(self._sums.items())]
        self.put(MANIFEST, "".join(lines).encode())


class _Hashed:
    """A file that is only written to, and hashed on the way."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.sum = sha256()

    def write(self, data: bytes) -> int:
        self.sum.update(data)
        return self._file.write(data)


def safe(name: str) -> str:
    """Return a name that may be part of a path: the name itself where it is plain, else a digest of it."""
    return name if _PLAIN.fullmatch(name) else f"x-{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _documents(pack: _Pack, view: View, story: str) -> None:
    for part in parts(view, story):
        for article in part.articles.values():
            try:
                raw = view.ledger.capture(article.capture)
            except KeyError:
                raise DamagedError(
                    f"capture {article.capture} of {article.id} is missing: run reportedly verify"
                ) from None
            pack.put(f"captures/{safe(article.capture)}", raw)
            pack.put(f"articles/{safe(article.id)}.txt", whole(article.text).encode())


def _pins(part: Part) -> Iterator[bytes]:
    for name, pin in part.pins.items():
        article = part.statements[name].article
        record = {"statement": name, "article": article, "file": f"articles/{safe(article)}.txt"}
        if pin is None:
            yield exactly(record | {"orphaned": True}) + b"\n"
            continue
        fields = ("start", "end", "exact", "prefix", "suffix", "sha256")
        yield exactly(record | {field: getattr(pin, field) for field in fields}) + b"\n"


def _about(view: View, story: str) -> bytes:
    seq = until(view)
    last = next(view.ledger.entries(after=seq - 1, until=seq), None)
    head = {"seq": last.seq, "at": last.at, "hash": last.hash} if last is not None else None
    return (
        exactly({"version": 1, "story": story, "as_of": view.as_of, "known_at": view.known_at, "last_entry": head})
        + b"\n"
    )
