"""The sources of a story: its articles, the paragraphs the brief cites, the pictures that show something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from reportedly.show.brief.coverage import Shelf
from reportedly.show.brief.model import Document, Passage, Picture, Place, StoryBrief
from reportedly.types import Block, Copy, Evidence, Role

_NO_EVIDENCE = (Evidence.FILE, Evidence.ILLUSTRATIVE)
_LABEL = 20  # characters of "Photo courtesy: "


def pictures(shelf: Shelf) -> Iterator[Picture]:
    """Yield the captions that say their picture is no evidence of this event, each picture once."""
    for identity in shelf.numbers:
        article, told = shelf.coverage.articles[identity], set[str]()
        captions = [block for block in article.blocks if block.role is Role.CAPTION]
        for before, block in zip([None, *captions], captions, strict=False):
            caption = block.span.of(article.text)
            if block.evidence not in _NO_EVIDENCE or caption.strip() in told or _credits(caption, block, before):
                continue
            told.add(caption.strip())  # pages give a caption twice: under the picture and in its place
            yield Picture(shelf.place(article, block.span), block.evidence, caption)


def _credits(caption: str, block: Block, before: Block | None) -> bool:
    """Tell whether a caption only says who took the picture of the one before it."""
    if before is None or not block.credit or (before.evidence, before.credit) != (block.evidence, block.credit):
        return False
    bare = caption.strip(" ()[].")
    return bare.endswith(block.credit) and len(bare) - len(block.credit) <= _LABEL


def documents(brief: StoryBrief, shelf: Shelf) -> tuple[Document, ...]:
    """Return the shelf's articles, each with the paragraphs that the brief cites."""
    cited: dict[int, set[int]] = {}
    for place in places(brief):
        cited.setdefault(place.source, set()).add(place.paragraph)
    copied: dict[str, Copy] = {}
    for copy in sorted(shelf.coverage.copies, key=lambda copy: copy.whole):
        if copy.of in shelf.numbers:
            copied[copy.article] = copy  # of the whole where there is one
    return tuple(
        _document(identity, number, cited.get(number, set()), copied.get(identity), shelf)
        for identity, number in shelf.numbers.items()
    )


def _document(identity: str, number: int, cited: set[int], copy: Copy | None, shelf: Shelf) -> Document:
    article = shelf.coverage.articles[identity]
    return Document(
        number=number,
        article=article.id,
        outlet=article.outlet,
        title=article.title,
        url=article.url,
        published=article.published,
        published_from=article.published_from,
        copy_of=shelf.numbers[copy.of] if copy is not None and copy.whole else None,
        passage_of=shelf.numbers[copy.of] if copy is not None and not copy.whole else None,
        passages=tuple(
            Passage(n, block.role, block.span, block.span.of(article.text))
            for n, block in enumerate(article.blocks, 1)
            if n in cited
        ),
    )


def places(value: object) -> Iterator[Place]:
    """Yield every place that a brief, or a part of one, prints."""
    if isinstance(value, Place):
        yield value
    elif is_dataclass(value):
        for part in fields(value):
            yield from places(getattr(value, part.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from places(part)
