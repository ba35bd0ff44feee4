"""Articles for tests of the desk: two events over several outlets, in words the stand-in finder understands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class News:
    """One article as a feed would give it."""

    outlet: str
    published: str
    title: str
    text: str

    @property
    def record(self) -> dict[str, str]:
        url = f"https://{self.outlet.lower().replace(' ', '-')}.example/{self.published}"
        return {"outlet": self.outlet, "published": self.published, "title": self.title, "text": self.text, "url": url}


BRIDGE = (
    News(
        "Northern Times",
        "2031-05-01",
        "Russia says the bridge at Kerch is open",
        "Russia said that the bridge at Kerch was open to civilian traffic on Thursday. "
        "Nothing moved on the river all day.",
    ),
    News(
        "Evening Herald",
        "2031-05-02",
        "Ukraine denies that the bridge at Kerch is open",
        "Ukraine denied that the bridge at Kerch was open to civilian traffic. "
        "Drivers waited on both banks of the river.",
    ),
    News(
        "World Wire",
        "2031-05-04",
        "NATO confirms the bridge at Kerch is open",
        "NATO confirmed that the bridge at Kerch was open to civilian traffic. Trucks rolled over it in the afternoon.",
    ),
)
TARIFF = News(
    "Market Daily",
    "2031-05-03",
    "France to raise tariffs on steel in June",
    "France said that it would raise its tariffs on imported steel in June. "
    "Germany denied it had agreed to any tariffs on imported steel.",
)
NEWS = (*BRIDGE, TARIFF)
