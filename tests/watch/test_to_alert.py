"""The whole path: a feed, an article, what it moves, and the alert with its pin."""

from __future__ import annotations

from random import Random

from reportedly.alert import Runner, load
from tests.watch.world import World, link, page, rss

RULES = """
[target.it]
kind = "stdout"

[[rule]]
name = "disputed"
when = "standing"
to = ["disputed"]
send = "it"
"""
SAYS = page(
    "Russia says the bridge at Kerch is open",
    "Russia said that the bridge at Kerch was open to civilian traffic on Thursday.",
    "Nothing moved on the river all day, and the ferries stayed in their harbour until dark.",
)
DENIES = page(
    "Ukraine denies that the bridge at Kerch is open",
    "Ukraine denied that the bridge at Kerch was open to civilian traffic on Thursday.",
    "Drivers waited on both banks of the river, and nothing moved on the road all day long.",
)


def test_from_feed_to_alert(night: World) -> None:
    rules = night.where.with_name("rules.toml")
    rules.write_text(RULES, "utf-8")
    lines = list[str]()
    denial = night.url("/denies", "south.example")
    night.site.answers |= {"/feed": rss(link("/says")), "/says": SAYS, "/denies": DENIES}
    for further in ("", link(denial)):
        night.site.answers["/feed"] = rss(link("/says"), further)
        with night.desk() as desk:
            runner = Runner(desk, load(rules), now=night.clock.now, dice=Random(1), write=lines.append)
            runner()
            watcher = night.watcher(desk, "/feed")
            watcher._chore = runner
            watcher.run(once=True)
        night.clock.advance(600)
    (line,) = lines
    assert line.startswith("disputed (was claimed): ")
    assert "Ukraine: “" in line
    assert line.rstrip().endswith(denial)
