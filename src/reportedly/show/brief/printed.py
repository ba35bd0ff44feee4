"""A brief that prints itself: `print(desk.brief())`, or as the last line of a notebook's cell."""

from __future__ import annotations

from dataclasses import fields
from html import escape

from reportedly.show.brief.as_json import to_json
from reportedly.show.brief.html import to_html
from reportedly.show.brief.markdown import to_markdown
from reportedly.show.brief.model import Brief
from reportedly.show.brief.text import to_text


class Printed(Brief):
    """The typed value, with every form it can be printed in."""

    __slots__ = ()

    @classmethod
    def of(cls, brief: Brief) -> Printed:
        """Return a brief as one that prints itself."""
        return cls(**{field.name: getattr(brief, field.name) for field in fields(brief)})

    def __str__(self) -> str:
        return to_text(self)

    def to_markdown(self) -> str:
        """Return the brief as CommonMark."""
        return to_markdown(self)

    def to_html(self) -> str:
        """Return the brief as a page that stands alone."""
        return to_html(self)

    def to_json(self) -> str:
        """Return the brief as one JSON object."""
        return to_json(self)

    def _repr_html_(self) -> str:
        """Return the page in a frame of its own: its style must not leak into the notebook around it."""
        return f'<iframe srcdoc="{escape(to_html(self))}" style="width: 100%; height: 40em; border: 0"></iframe>'
