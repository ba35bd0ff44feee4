"""Sources and datasets in a store that speaks S3: a real server in this process, asked over HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from moto.moto_server.threaded_moto_server import ThreadedMotoServer

from reportedly.batch import places
from reportedly.batch.places import Place
from tests.batch.alone import go
from tests.batch.archives import archive, lines, members


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty bucket."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)
    places._store.cache_clear()
    boto3.client("s3", region_name="us-east-1").create_bucket(Bucket="news")
    yield "s3://news"
    places._store.cache_clear()
    server.stop()


def test_a_place_is_the_same_here_and_there(store: str, tmp_path: Path) -> None:
    for place in (Place(str(tmp_path / "out")), Place(f"{store}/out")):
        assert list(place.names()) == []
        place.write("a/b.txt", b"0123456789")
        place.write("a/b.txt", b"abcdefghij")
        place.write("c.txt", b"")
        assert place.holds("a/b.txt")
        assert not place.holds("a")
        assert list(place.names()) == ["a/b.txt", "c.txt"]
        assert list(place.names("a")) == ["a/b.txt"]
        assert (place.read("a/b.txt"), place.read("a/b.txt", 2, 3)) == (b"abcdefghij", b"cde")
        place.remove("a/b.txt")
        place.remove("a/b.txt")
        assert list(place.names()) == ["c.txt"]
        with pytest.raises(OSError):
            place.read("a/b.txt")


def test_a_run_from_a_store_into_a_store(store: str, tmp_path: Path) -> None:
    put = {"crawl/one.warc.gz": members(archive(3)), "crawl/two.jsonl": lines(2), "other/three.jsonl": lines(1)}
    for name, data in put.items():
        Place(store).write(name, data)
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    there = go(f"{store}/out", f"{store}/crawl", f"{store}/nothing", find=False, shard=2)
    here = go(tmp_path / "out", tmp_path / "crawl", find=False, shard=2)
    assert (there.articles, there.rows) == (5, here.rows), there
    assert there.skipped == {"there is no object of that name, nor any below it": 1}
    held = json.loads(Place(f"{store}/out").read("manifest.json"))["datasets"]["articles"]
    assert sum(file["rows"] for file in held["files"]) == 5
    again = go(f"{store}/out", f"{store}/crawl", f"{store}/nothing", find=False, shard=2)
    assert again.rows == there.rows
