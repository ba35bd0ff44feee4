"""Transcripts: "MS. PSAKI:  Good afternoon." opens a turn, and all that follows is hers until the next name opens one.

Nothing has to be learnt here: the page says who speaks in capitals and a colon, and every word of a turn is direct.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.find.courtesy import without_courtesies
from reportedly.find.decode import Labels
from reportedly.find.raw import Raw
from reportedly.text import sentences
from reportedly.types import Act, Article, Block, Certainty, Channel, Role, Span, Stance

# A name in capitals, perhaps with a bracketed note, then a colon; "Q" is nobody who could be named.
_TURN = re.compile(r"(?P<who>[A-Z][A-Z.'’ -]+[A-Z])(?: \([^)\n]{1,40}\))?(?P<colon>:)\s+(?=\S)")
_QUESTION = re.compile(r"Q(?::|\s)")
# What the page is the record of, by the words above its first turn.
_OCCASIONS = (
    (Channel.BRIEFING, re.compile(r"\b(?:briefing|(?:news|press) conference|press call|gaggle)\b", re.I)),
    (Channel.TESTIMONY, re.compile(r"\b(?:hearing|committee|inquiry|commission)\b", re.I)),
    (Channel.COURT, re.compile(r"\b(?:court|trial)\b", re.I)),
    (Channel.INTERVIEW, re.compile(r"\binterview", re.I)),
    (Channel.SPEECH, re.compile(r"\b(?:remarks|address|speech|council|assembly|parliament|debate|session)\b", re.I)),
)
# How an answer says that it is none.
_NOT_GOING_TO = (
    r"(?:\bnot going to|\bwon['’]t|\bcan['’]t|\bcannot|\bnot (?:able|prepared|in a position) to) (?:\w+ly )?"
)
_TELL = (
    r"(?:speak|comment|outline|detail|get (?:into|ahead)|go into|speculate|provide|preview|predict|confirm|discuss"
    r"|characterize|read out|answer|give)\b"
)
_HAVE_NO = r"\b(?:don['’]t have|do not have|have no) (?:any |more |new |further )*"
_NEWS = r"(?:anything|details?|specifics|updates?|more|new|announcements?)\b"
_NOTHING = r"\bnothing (?:more |new |else )?(?:to (?:add|announce|preview|share|predict)|I['’]m going to)\b"
_REFERRED = r"\bno comment\b|\b(?:refer|point) you (?:back )?to\b"
_WITHHELD = re.compile(f"{_NOT_GOING_TO}{_TELL}|{_HAVE_NO}{_NEWS}|{_NOTHING}|{_REFERRED}", re.I)
# Above a speech: "3:29 P.M. EST", alone on its line.
_CLOCK = re.compile(r"\(?\d{1,2}[:.]\d\d ?[AP]\.?M\.?(?: [A-Z]{2,4})?\)?", re.I)
FEWEST = 4  # turns of at least two speakers that make a page a transcript; so does an hour above the first turn
HEAD = 500  # characters above the first turn that tell what it is
SCORE = 0.99


def turns(article: Article) -> Iterator[Raw]:
    """Yield one statement a paragraph of every turn, or nothing where the article is no transcript."""
    blocks = [block for block in article.blocks if block.role is not Role.FURNITURE]
    opened = [_TURN.match(article.text, block.start, block.end) for block in blocks]
    names = [match["who"] for match in opened if match]
    questions = sum(bool(_QUESTION.match(article.text, block.start, block.end)) for block in blocks)
    returns = len(names) > len(set(names))  # somebody speaks again: "UPDATE:" and "BERLIN:" do not
    first = next((match.start() for match in opened if match), 0)
    debate = len(names) + questions >= FEWEST and len(set(names)) + bool(questions) > 1 and returns
    if not debate and not (names and _is_clocked(article, blocks, first)):
        return
    head = f"{article.title} {article.text[max(0, first - HEAD) : first]}"
    occasion = next((channel for channel, sign in _OCCASIONS if sign.search(head)), Channel.UNKNOWN)
    current: re.Match[str] | None = None
    for block, match in zip(blocks, opened, strict=True):
        if _QUESTION.match(article.text, block.start, block.end):
            current = None
        current = match or current
        if current is not None:
            yield _paragraph(current, Span(match.end() if match else block.start, block.end), article, occasion)


def _is_clocked(article: Article, blocks: Sequence[Block], first: int) -> bool:
    """Tell whether the paragraph before the first turn is the hour at which somebody began to speak."""
    before = [block for block in blocks if block.end <= first]
    return bool(before) and _CLOCK.fullmatch(before[-1].span.of(article.text).strip()) is not None


def _paragraph(turn: re.Match[str], words: Span, article: Article, occasion: Channel) -> Raw:
    """Return one paragraph of a turn; it has no content where nothing is said but courtesies."""
    said = without_courtesies(article.text, words)
    asks = article.text[words.end - 1] == "?"
    stance = Stance.NONE if asks else Stance.NO_COMMENT if said and _withholds(article.text, said) else Stance.ASSERTS
    labels = Labels(Act.QUESTION if asks else Act.FACT, stance, Certainty.CERTAIN, occasion)
    content = (said,) if said is not None else ()
    return Raw(Span(*turn.span("who")), Span(*turn.span("colon")), content, (), labels, SCORE, verbatim=True)


def _withholds(text: str, said: Span) -> bool:
    """Tell whether an answer opens by giving none."""
    return _WITHHELD.search(text, said.start, next(sentences(text, said)).end) is not None
