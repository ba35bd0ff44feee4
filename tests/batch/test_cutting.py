from __future__ import annotations

import gzip
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from reportedly.batch.cutting import cut
from reportedly.batch.documents import documents, kind_of
from reportedly.batch.parts import Part, shards
from reportedly.read import Reading
from reportedly.read.sources import Input
from reportedly.read.stage import read_input
from reportedly.types import Skipped
from tests.batch.archives import INFO, archive, framed, lines, members, page, response, table, zstd

PAGES = 5
KINDS = {
    "crawl.warc": b"".join(archive(PAGES)),
    "crawl.warc.gz": members(archive(PAGES)),
    "whole.warc.gz": gzip.compress(b"".join(archive(PAGES)), mtime=0),
    "crawl.warc.zst": zstd(b"".join(archive(PAGES))),
    "news.jsonl": lines(PAGES),
    "news.jsonl.gz": gzip.compress(lines(PAGES), mtime=0),
    "news.jsonl.zst": zstd(lines(PAGES)),
}


def saved(tmp_path: Path, name: str, data: bytes) -> str:
    path = tmp_path / name
    path.write_bytes(data)
    return str(path)


def parts(url: str, most: int = 500) -> list[Part]:
    found = cut(url, most)
    assert not isinstance(found, Skipped), found
    return found


def told(readings: Iterator[Reading]) -> list[tuple[str, str]]:
    """Return (source, id or reason) of everything that was read."""
    return [(r.source, r.reason) if isinstance(r, Skipped) else (r.article.source, r.article.id) for r in readings]


def read(url: str, most: int = 500) -> list[tuple[str, str]]:
    return [found for part in parts(url, most) for found in told(documents(part))]


def reasons(url: str, most: int = 500) -> Counter[str]:
    found = [r for part in parts(url, most) for r in documents(part)]
    return Counter(kind_of(r.reason) if isinstance(r, Skipped) else "read" for r in found)


@pytest.mark.parametrize("most", [1, 2, 500])
@pytest.mark.parametrize("name", KINDS)
def test_however_it_is_cut_the_same_is_read(tmp_path: Path, name: str, most: int) -> None:
    url = saved(tmp_path, name, KINDS[name])
    found = read(url, most)
    assert len(found) == PAGES
    assert len(parts(url, most)) == {1: PAGES + ("jsonl" in name), 2: 3, 500: 1}[most]
    if not name.endswith(".zst"):
        assert found == told(read_input(Input(url)))


def test_a_part_of_a_gzipped_archive_starts_where_a_member_begins(tmp_path: Path) -> None:
    found = parts(saved(tmp_path, "crawl.warc.gz", KINDS["crawl.warc.gz"]), 2)
    assert [part.skip for part in found] == [0, 0, 0]
    assert [part.start > 0 for part in found] == [False, True, True]


def test_one_changed_page_changes_its_own_part_only(tmp_path: Path) -> None:
    before = parts(saved(tmp_path, "a.warc", INFO + response(1) + response(2) + response(3)), 1)
    after = parts(saved(tmp_path, "a.warc", INFO + response(1) + response(9) + response(3)), 1)
    assert [one.digest == other.digest for one, other in zip(before, after, strict=True)] == [True, False, True]


@pytest.mark.parametrize("most", [1, 3, 500])
def test_a_table_is_read_row_by_row(tmp_path: Path, most: int) -> None:
    url = str(tmp_path / "news.parquet")
    pq.write_table(table(7), url, row_group_size=3)
    assert [part.records for part in parts(url, most)] == {1: [1] * 7, 3: [3, 3, 1], 500: [7]}[most]
    assert [source for source, _ in read(url, most)] == [f"{url}#{n}" for n in range(1, 8)]


def test_columns_that_nothing_is_known_of_are_passed_over(tmp_path: Path) -> None:
    url = str(tmp_path / "news.parquet")
    odd = table(2).append_column("pixels", pa.array([b"\x00\xff", None], pa.binary()))
    pq.write_table(odd, url)
    assert reasons(url) == {"read": 2}


@pytest.mark.parametrize(
    ("name", "data", "wanted"),
    [
        (
            "cut in the middle",
            b"".join(archive(3))[:-700],
            {"read": 2, "the archive breaks off after  pages: the last page is cut short": 1},
        ),
        (
            "without payload",
            INFO + framed(b"", "https://courier.example/x") + response(2),
            {"read": 1, "the HTTP response is broken (RemoteDisconnected)": 1},
        ),
        (
            "a length too short",
            response(1) + framed(response(2), "https://courier.example/x", length=40) + response(3),
            {"read": 2, "the HTTP response is broken (BadStatusLine)": 1},
        ),
        (
            "a length too long",
            response(1)
            + framed(b"HTTP/1.1 404 No\r\n\r\n", "https://x.example", length=300)
            + response(2)
            + response(3),
            {"read": 2},
        ),
        (
            "no length",
            response(1) + response(2).replace(b"Content-Length: ", b"Content-Length: some ") + response(3),
            {"read": 2, "the archive breaks off after  pages: a record does not say how long it is": 1},
        ),
        (
            "rubbish between",
            response(1) + b"\x00\x01 rubbish\r\n" * 3 + response(2),
            {"read": 2, "the archive breaks off after  pages: what follows is no WARC record": 1},
        ),
        (
            "a lie about the charset",
            INFO + response(1, page(1).replace("Kelmark", "Kélmark")).replace(b"charset=utf-8", b"charset=shift_jis"),
            {"read": 1},
        ),
        ("ids that come twice", INFO + response(1) + response(1), {"read": 2}),
    ],
)
def test_a_damaged_archive(tmp_path: Path, name: str, data: bytes, wanted: dict[str, int]) -> None:
    for form, packed in ((f"{name}.warc", data), (f"{name}.warc.gz", members([data]))):
        found = reasons(saved(tmp_path, form, packed))
        assert {reason: found[reason] for reason in wanted} == wanted, found


def test_a_damaged_member_costs_its_own_page(tmp_path: Path) -> None:
    packed = [gzip.compress(part, mtime=0) for part in (INFO, *map(response, range(4)))]
    packed[2] = packed[2][:200] + bytes(40) + packed[2][240:]
    found = reasons(saved(tmp_path, "a.warc.gz", b"".join(packed)))
    assert found["read"] == 3
    assert sum(found.values()) == 4


def test_a_gzipped_archive_that_ends_too_soon_gives_what_stands_before(tmp_path: Path) -> None:
    found = reasons(saved(tmp_path, "a.warc.gz", members(archive(4))[:-900]))
    assert found["read"] == 3
    assert sum(found.values()) == 4


def test_a_record_of_200_megabytes_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path, length = tmp_path / "huge.warc", 200 << 20
    head, rest = framed(b"HTTP/1.1 200 OK\r\n\r\n", "https://huge.example", length=length), response(2)
    with path.open("wb") as file:
        file.write(response(1) + head[:-4])
        file.truncate(file.tell() + length - len(b"HTTP/1.1 200 OK\r\n\r\n"))  # a hole in the file
        file.seek(0, 2)
        file.write(b"\r\n\r\n" + rest)
    assert reasons(str(path)) == {"read": 2, "the page is larger than 16 MB": 1}


def test_a_line_of_50_megabytes_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.jsonl"
    with path.open("wb") as file:
        for data in (lines(1), *[b"x" * (1 << 20)] * 50, b"\n", lines(1)):
            file.write(data)
    assert reasons(str(path)) == {"read": 2, "the line is longer than 16 MB": 1}
    assert [part.records for part in parts(str(path))] == [5]  # lines, empty ones among them


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.jsonl", b"", "the file is empty"),
        ("broken.parquet", b"PAR1" + bytes(50), "the Parquet file is damaged"),
        ("sound.mp3", b"ID3" + bytes(50), "not text"),
    ],
)
def test_a_file_that_cannot_be_read_at_all_says_why(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    found = cut(saved(tmp_path, name, data), 500)
    assert isinstance(found, Skipped)
    assert reason in found.reason


def test_a_table_without_text_says_so(tmp_path: Path) -> None:
    url = str(tmp_path / "prices.parquet")
    pq.write_table(pa.table({"day": [1, 2], "price": [3.0, 4.0]}), url)
    assert reasons(url) == {"the table has no column text or html; it has day, price": 1}


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    found = cut(str(tmp_path / "nothing.warc"), 500)
    assert isinstance(found, Skipped)
    assert "No such file" in found.reason


def test_no_bytes_raise(tmp_path: Path) -> None:
    dice = random.Random(20)
    whole = b"".join(archive(3))
    for number in range(40):
        data = bytearray(dice.choice([whole, members(archive(3)), lines(4)]))
        for _ in range(dice.randrange(1, 30)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        found = cut(saved(tmp_path, f"{number}.x", bytes(data)), 2)
        assert isinstance(found, Skipped) or [told(documents(part)) for part in found]


def test_pages_are_read_together_and_archives_by_themselves(tmp_path: Path) -> None:
    urls = [saved(tmp_path, f"{n}.html", page(n).encode()) for n in range(5)]
    crawl = saved(tmp_path, "crawl.warc", KINDS["crawl.warc"])
    found = list(shards((part for url in [*urls, crawl] for part in parts(url, 2)), 2, "by"))
    assert sorted(shard.records for shard in found) == [1, 1, 2, 2, 2, 2]
    assert len({shard.name for shard in found}) == 6
    assert found == list(shards((part for url in [crawl, *urls] for part in parts(url, 2)), 2, "by"))
    assert not {shard.name for shard in found} & {shard.name for shard in shards(parts(crawl, 2), 2, "other")}
