"""Rules as a newsroom writes them: a TOML file of targets and of what each is to be told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportedly.alert.moves import Moved, When
from reportedly.alert.targets import Target, target_of
from reportedly.settings import SettingsError, Table, near
from reportedly.settings import load as load_settings
from reportedly.types import Standing


@dataclass(frozen=True, slots=True)
class Rule:
    """What to wait for, on which claims, and whom to tell. Whatever is empty lets everything pass."""

    name: str
    when: When
    send: tuple[str, ...]  # names of targets
    to: tuple[Standing, ...] = ()  # standings to be told of
    party: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # each of them in what is claimed
    story: str = ""
    item: str = ""  # what is counted
    low: float | None = None
    high: float | None = None

    def fires(self, moved: Moved) -> bool:
        """Tell whether a move is what this rule waits for."""
        gist = moved.claim.claim.gist.casefold()
        return (
            moved.when is self.when
            and (not self.to or moved.after in self.to)
            and (not self.party or moved.party.casefold() in {party.casefold() for party in self.party})
            and all(word.casefold() in gist for word in self.words)
            and self.story in ("", moved.claim.claim.story)
            and (moved.when is not When.NUMBER or self._outside(moved))
        )

    def _outside(self, moved: Moved) -> bool:
        """Tell whether a figure lies wholly outside the band: the rule's own, else that of the figures before it."""
        if moved.figure is None or self.item.casefold() not in moved.figure.quantity.item.casefold():
            return False
        own = self.low is not None or self.high is not None
        low, high = (self.low, self.high) if own else moved.band
        given = moved.figure.quantity
        above = high is not None and given.low is not None and given.low > high
        below = low is not None and given.high is not None and given.high < low
        return above or below


@dataclass(frozen=True, slots=True)
class Rules:
    """A file of rules. Its name keeps how far it was asked, so that two files may follow one ledger."""

    name: str
    rules: tuple[Rule, ...]
    targets: dict[str, Target]


def load(path: Path) -> Rules:
    """Read a file of rules. Raises SettingsError with file, line and key where something is wrong."""
    table = load_settings(path)
    targets = {name: target_of(one) for name, one in table.named("target").items()}
    name = table.text("name", path.stem)
    rules = tuple(_rule(one, targets) for one in table.tables("rule"))
    table.done()
    if not rules:
        raise SettingsError(f"{path}:1: rule: there is none; write [[rule]] for each")
    names = [rule.name for rule in rules]
    for number, one in enumerate(table.tables("rule")):
        if names[number] in names[:number]:
            raise one.wrong("name", f"two rules are called {names[number]!r}")
    return Rules(name, rules, targets)


def _rule(table: Table, targets: dict[str, Target]) -> Rule:
    when = table.choice("when", When)
    send = table.texts("send")
    for name in send:
        if name not in targets:
            raise table.wrong("send", f"there is no [target.{name}]{near(name, targets)}")
    rule = Rule(
        name=table.text("name"),
        when=when,
        send=send,
        words=table.texts("words", ()),
        story=table.text("story", ""),
        party=table.texts("party", ()) if when in {When.FLIP, When.SPEAKS, When.NUMBER} else (),
        to=table.choices("to", Standing) if when is When.STANDING else (),
        item=table.text("item", "") if when is When.NUMBER else "",
        low=table.number("low", None) if when is When.NUMBER else None,
        high=table.number("high", None) if when is When.NUMBER else None,
    )
    if rule.low is not None and rule.high is not None and rule.low > rule.high:
        raise table.wrong("high", "the band ends below its beginning")
    table.done()
    return rule
