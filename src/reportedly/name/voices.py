"""The whole stage: joint speakers told apart, every statement given its voice, events their sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from reportedly.name.events import sided
from reportedly.name.gazetteer import shipped
from reportedly.name.joint import named_apart, split_joint
from reportedly.name.memory import Memory
from reportedly.name.naming import Teller, scene_of
from reportedly.name.scene import Scene
from reportedly.types import Article, Event, Statement, Voice


class Cast:
    """Who speaks and acts in an article. It is gone through once, for statements and events alike."""

    def __init__(self, article: Article, statements: Sequence[Statement], memory: Memory | None = None) -> None:
        """Take found statements, without voices, and what is remembered of speakers."""
        self._article = article
        self._said = split_joint(article, statements) if statements else []
        self._memory = memory or Memory()

    @cached_property
    def _told(self) -> tuple[Scene, Mapping[str, Voice]]:
        scene = scene_of(self._article, self._said, self._memory, shipped())
        return scene, Teller(scene, self._said).voices()

    @cached_property
    def statements(self) -> list[Statement]:
        """Return the statements with their voices; what two sides said together is two statements."""
        if not self._said:
            return []  # and nobody to look for
        _, voices = self._told
        return named_apart([replace(s, voice=voices[s.id]) for s in self._said])

    def events(self, events: Sequence[Event]) -> list[Event]:
        """Return the article's events with the sides of their actors and recipients and their places."""
        if not events:
            return []
        scene, voices = self._told
        return sided(scene, events, voices)


def voices(article: Article, statements: Sequence[Statement], memory: Memory | None = None) -> list[Statement]:
    """Return found statements with their voices; what two sides said together is two statements."""
    return Cast(article, statements, memory).statements
