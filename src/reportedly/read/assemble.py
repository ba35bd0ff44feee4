"""Blocks of a composed text: what each piece is, by its own words and by its neighbours; and what they tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.read import captions, pagedate
from reportedly.read.credits import agency_credit, is_agency, is_staff_credit
from reportedly.read.furniture import is_furniture
from reportedly.read.names import author_of, is_life, is_speaker_line
from reportedly.read.page import Draft, Facts, Piece, compose
from reportedly.types import PublishedFrom, Role

_PROSE = frozenset({Role.PARAGRAPH, Role.QUOTE, Role.STANDFIRST})
_TOP = 6  # lines in which a bare date or an author's line may stand


def assemble(pieces: Iterable[Piece], facts: Facts, *, not_after: str = "") -> Draft:
    """Make a draft of pieces in reading order, whose markup has told what it can. Furniture is kept out of the text."""
    settled = list(_headed(_unpulled(_named(_settled(pieces))), facts.title))
    settled = _without_lives(settled, facts.author)
    text, blocks = compose(piece for piece in settled if piece.role is not Role.FURNITURE)
    left = [piece.text for piece in settled if piece.role is Role.FURNITURE]
    title = next((piece.text for piece in settled if piece.role is Role.HEADLINE), "")
    facts = replace(facts, title=facts.title or title).over(_told(settled, not_after))
    return Draft(text, blocks, _agencies(facts), tuple(dict.fromkeys(left)))


def _settled(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Give furniture and captions their role, where their own words tell."""
    for number, piece in enumerate(pieces):
        if piece.role is Role.CAPTION:
            yield caption(piece.text, piece.credit)
        elif piece.role is not Role.PARAGRAPH:
            named = piece.role in {Role.BYLINE, Role.FURNITURE}
            yield replace(piece, role=Role.FURNITURE) if not named and is_furniture(piece.text) else piece
        elif is_furniture(piece.text) or is_staff_credit(piece.text) or _is_top_line(piece.text, number):
            yield replace(piece, role=Role.FURNITURE)
        elif captions.is_caption(piece.text):
            yield caption(piece.text)
        else:
            yield piece


def _is_top_line(text: str, number: int) -> bool:
    return number < _TOP and bool(author_of(text) or pagedate.from_lines([text]))


def caption(text: str, credit: str = "") -> Piece:
    """Make a caption's piece, with what it says its picture is worth and who took it."""
    found = credit or captions.credit(text) or captions.bracketed(text)
    return Piece(Role.CAPTION, text, captions.evidence(f"{text} {credit}"), found)


def _named(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Make the name line under a block quote its byline."""
    before: Piece | None = None
    for piece in pieces:
        if before is not None and before.role is Role.QUOTE and piece.role in {Role.PARAGRAPH, Role.QUOTE}:
            piece = replace(piece, role=Role.BYLINE) if is_speaker_line(piece.text) else piece
        yield piece
        before = piece


def _unpulled(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Take out pulled quotes: words of the article shown a second time."""
    rest = list(pieces)
    prose = "\n".join(_bare(piece.text) for piece in rest if piece.role is Role.PARAGRAPH)
    for piece in rest:
        pulled = piece.role is Role.QUOTE and _bare(piece.text) in prose
        yield replace(piece, role=Role.FURNITURE) if pulled else piece


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _without_lives(pieces: list[Piece], author: str) -> list[Piece]:
    """Take out what the end of a page says of its authors: "Ann Lee is a senior researcher with ..."."""
    kept = list(pieces)
    for number in reversed(range(len(kept))):
        piece = kept[number]
        if piece.role in {Role.FURNITURE, Role.CAPTION}:
            continue
        if piece.role is not Role.PARAGRAPH or not is_life(piece.text, author):
            break
        kept[number] = replace(piece, role=Role.FURNITURE)
    return kept


def _headed(pieces: Iterable[Piece], title: str) -> Iterator[Piece]:
    """Put the headline first, once."""
    rest = list(pieces)
    first = next((n for n, piece in enumerate(rest) if piece.role is Role.HEADLINE), None)
    if first is not None and _same(rest[first].text, title or rest[first].text):
        title = rest.pop(first).text
    if title:
        yield Piece(Role.HEADLINE, title)
    yield from (piece for piece in rest if piece.role is Role.CAPTION or not _same(piece.text, title))


def _same(one: str, other: str) -> bool:
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()


def _told(pieces: Sequence[Piece], not_after: str) -> Facts:
    """Find in the page's words what its metadata did not say."""
    body = next((n for n, piece in enumerate(pieces) if piece.role is Role.PARAGRAPH), len(pieces))
    above, below = ([p.text for p in part if p.role is Role.FURNITURE] for part in (pieces[:body], pieces[body:]))
    prose = [piece.text for piece in pieces if piece.role in _PROSE]
    published = (
        pagedate.from_lines(above)
        or pagedate.from_lines(below, labelled=True)
        or pagedate.from_prose([piece.text for piece in pieces[body:] if piece.role in _PROSE], not_after)
    )
    return Facts(
        published=published,
        published_from=PublishedFrom.PAGE_TEXT if published else PublishedFrom.UNKNOWN,
        author=next((who for line in above if (who := author_of(line))), ""),
        credit=agency_credit([*prose[:3], *above, *below, *prose[-2:]]),
    )


def _agencies(facts: Facts) -> Facts:
    """An author that is an agency is a credit."""
    return replace(facts, credit=facts.credit or facts.author, author="") if is_agency(facts.author) else facts
