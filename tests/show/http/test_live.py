"""What pages hear of the log, and when."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from reportedly.desk import Desk
from reportedly.show.http.live import Live
from reportedly.show.http.newsroom import Newsroom
from tests.show import served


async def next_event(stream: AsyncIterator[str]) -> Any:
    """Return what the next event says; the beginning and signs of life say nothing."""
    async for words in stream:
        if "data: " in words:
            return json.loads(words.partition("data: ")[2])
    raise AssertionError("the stream has ended")


def heard(desk: Desk, story: str, records: list[dict[str, str]], folder: Path) -> list[Any]:
    """Return what a page hears while articles come in, one at a time."""

    async def listen() -> list[Any]:
        live, told = Live(Newsroom(desk)), []
        stream = live.stream(story)
        assert (await anext(stream)).startswith("retry:")
        following = asyncio.create_task(live.follow())
        for record in records:
            served.add(desk, record, folder)
            told.append(await asyncio.wait_for(next_event(stream), 120))
        following.cancel()
        await stream.aclose()  # type: ignore[attr-defined]
        return told

    return asyncio.run(listen())


def test_a_page_of_all_hears_of_every_article(served_desk: Desk, tmp_path: Path) -> None:
    (told,) = heard(served_desk, "", [served.MORE], tmp_path)
    assert told["seq"] <= served_desk.ledger.head().seq
    assert told["articles"] >= 1
    assert not told["decided"]


def test_a_page_of_a_story_hears_of_what_joins_it_and_of_what_joins_that(served_desk: Desk, tmp_path: Path) -> None:
    story = next(s for s in served_desk.stories() if "Kerch" in s.title)
    again = served.MORE | {"outlet": "Third Wire", "published": "2031-05-06", "url": "https://third.example/kerch"}
    unrelated = {
        "outlet": "Garden Post",
        "published": "2031-05-05",
        "title": "Roses",
        "text": "Florists said that the roses of the season would be late this year. Nobody minded the wait.",
        "url": "https://garden.example/roses",
    }
    served.add(served_desk, unrelated, tmp_path)
    assert len(heard(served_desk, story.id, [served.MORE, again], tmp_path)) == 2


def test_follow_says_nothing_while_nothing_comes(served_desk: Desk) -> None:
    room = Newsroom(served_desk)
    assert room.follow() is None
    assert room.follow() is None
