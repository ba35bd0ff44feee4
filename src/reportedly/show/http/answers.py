"""Answers that are kept until the log touches what they rest on.

An answer rests on a set of articles: all that are looked at together with those it shows. As the log is append-only and
every entry names what it is about, an answer stays true until an entry names one of these articles. So while articles
come in, only the stories that move are folded again. Who follows the log can make answers anew before the old ones go,
so that nobody has to wait for them.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any, Generic, TypeVar, cast

from reportedly.show.http.changes import Change

T = TypeVar("T")
ROOM = 96 * 2**20  # bytes kept, roughly: the stories that are looked at in a night
RECENT = 64  # changes remembered, for answers that were being made meanwhile
NAME = 500  # bytes that one more name for a value takes


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """A value with what it rests on (None: on every article there is) and about how many bytes it takes."""

    value: T
    rests_on: frozenset[str] | None
    size: int

    def touched(self, change: Change) -> bool:
        """Tell whether a change may make the answer another one."""
        if change.decided:
            return True
        return bool(change.articles) if self.rests_on is None else not self.rests_on.isdisjoint(change.articles)


def _none(_: object) -> tuple[Hashable, ...]:
    return ()


class Answers:
    """The answers at hand; those that were not asked for longest give way."""

    def __init__(self, room: int = ROOM) -> None:
        """Keep about so many bytes."""
        self._room = room
        self._used = 0
        self._kept: OrderedDict[Hashable, Answer[Any]] = OrderedDict()
        self._changes: deque[Change] = deque(maxlen=RECENT)
        self._count = 0  # changes so far
        self._making: dict[Hashable, Lock] = {}
        self._asked = False  # for anything, since the last change
        self._lock = Lock()

    @property
    def asked(self) -> bool:
        """Tell whether anything was asked for since the last change."""
        return self._asked

    def kept(self, key: Hashable) -> Any:
        """Return a kept value, or None."""
        found = self._found(key)
        return found.value if found is not None else None

    def of(self, key: Hashable, make: Callable[[], Answer[T]], also: Callable[[T], Iterable[Hashable]] = _none) -> T:
        """Return the value of a key, made now where it is not kept; `also` names further keys it is kept under."""
        if (found := self._found(key)) is not None:
            return cast("T", found.value)
        with self._lock:
            making = self._making.setdefault(key, Lock())
        with making:  # whoever else asks meanwhile waits for this answer, and does not make another one
            if (found := self._found(key)) is not None:
                return cast("T", found.value)
            try:
                return self._made(key, make, also)
            finally:
                with self._lock:
                    self._making.pop(key, None)

    def _found(self, key: Hashable) -> Answer[Any] | None:
        with self._lock:
            self._asked = True
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def _made(self, key: Hashable, make: Callable[[], Answer[T]], also: Callable[[T], Iterable[Hashable]]) -> T:
        """Make an answer, and keep it unless it was touched while it was being made."""
        began = self._count
        answer = make()
        with self._lock:
            missed = self._count - began
            recent = list(self._changes)[-missed:] if missed else []
            if len(recent) == missed and not any(answer.touched(change) for change in recent):
                self._name((key, *also(answer.value)), answer)
        return answer.value

    def going(self, change: Change) -> list[Any]:
        """Return the values that a change may make untrue, the one that was asked for last first."""
        with self._lock:
            return [answer.value for answer in reversed(self._kept.values()) if answer.touched(change)]

    def touch(self, change: Change, anew: Iterable[tuple[Iterable[Hashable], Answer[Any]]] = ()) -> None:
        """Forget what a change may have made untrue, and in the same instant keep answers that were made after it."""
        with self._lock:
            self._asked = False
            self._count += 1
            self._changes.append(change)
            for key in [key for key, answer in self._kept.items() if answer.touched(change)]:
                self._used -= self._kept.pop(key).size
            for keys, answer in anew:
                self._name(keys, answer)

    def _name(self, keys: Iterable[Hashable], answer: Answer[Any]) -> None:
        """Keep an answer under several keys: it is one value, which takes its room once."""
        for key in keys:
            self._put(key, answer)
            answer = replace(answer, size=NAME)

    def _put(self, key: Hashable, answer: Answer[Any]) -> None:
        if key in self._kept:
            self._used -= self._kept.pop(key).size
        self._kept[key] = answer
        self._used += answer.size
        while self._used > self._room and len(self._kept) > 1:
            self._used -= self._kept.popitem(last=False)[1].size
