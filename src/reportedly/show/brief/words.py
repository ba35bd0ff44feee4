"""The English of the screens: one wording for every renderer."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from reportedly.show.brief.model import (
    Amount,
    Band,
    Brief,
    Clash,
    Document,
    Entry,
    Narrated,
    Picture,
    Place,
    Remark,
    Said,
    Side,
    StoryBrief,
)
from reportedly.show.brief.moments import age, reads
from reportedly.types import UNATTRIBUTED, Certainty, Channel, ClaimView, Evidence, Stance

STANCE = {
    Stance.ASSERTS: "asserts",
    Stance.CONFIRMS: "confirms",
    Stance.CONCEDES: "concedes",
    Stance.RETRACTS: "retracts",
    Stance.DENIES: "denies",
    Stance.DOUBTS: "doubts",
    Stance.CANNOT_CONFIRM: "can't confirm",
    Stance.NO_COMMENT: "no comment",
    Stance.AWAITED: "awaited",
    Stance.NONE: "asks",
}
HELD = {
    Stance.ASSERTS: "asserted",
    Stance.CONFIRMS: "confirmed",
    Stance.CONCEDES: "conceded",
    Stance.RETRACTS: "retracted",
    Stance.DENIES: "denied",
    Stance.DOUBTS: "doubted",
    Stance.CANNOT_CONFIRM: "could not confirm",
    Stance.NO_COMMENT: "no comment",
    Stance.AWAITED: "awaited",
    Stance.NONE: "asked",
}
NOT_HEARD = "not heard"
LOOSE = "speaks of it"
FOR = (Stance.ASSERTS, Stance.CONFIRMS, Stance.CONCEDES)
AGAINST = (Stance.RETRACTS, Stance.DENIES, Stance.DOUBTS)
GOES_BACK = (Stance.CONCEDES, Stance.RETRACTS)  # and says so
RECENT = ("today", "just now")
ID = 6  # characters of an id before its colon
FIGURES = 2  # of one side, where not every one is wanted
SILENT = (Stance.NO_COMMENT, Stance.AWAITED)
ORDER = tuple(STANCE)  # sides are printed in this order
_HEDGE = {Certainty.PROBABLE: "probably", Certainty.POSSIBLE: "possibly", Certainty.REPORTED: "reportedly"}
_CHANNEL = {
    Channel.BRIEFING: "at a briefing",
    Channel.INTERVIEW: "in an interview",
    Channel.SPEECH: "in a speech",
    Channel.SOCIAL: "on social media",
    Channel.BROADCAST: "in a broadcast",
    Channel.DOCUMENT: "in a document",
    Channel.IMAGERY: "from imagery",
    Channel.CALL: "in a call",
    Channel.COURT: "in court",
    Channel.TESTIMONY: "as testimony",
}
_EVIDENCE = {
    Evidence.FILE: "file picture, not of this event",
    Evidence.ILLUSTRATIVE: "illustration only, not of this event",
}
NAMED = 2  # sides told in a line
_NO_VERB = (Stance.CANNOT_CONFIRM, *SILENT)
_BLANK = re.compile(r"\s+")
_UNPRINTABLE = {"Cc", "Cf", "Cs", "Co"}  # controls, bidi marks, surrogates: a page must not steer a terminal


def crosses(before: Stance, after: Stance) -> bool:
    """Tell whether two stances stand on opposite sides of the question."""
    return (before in FOR and after in AGAINST) or (before in AGAINST and after in FOR)


def clean(text: str) -> str:
    """Return text on one line without anything that could steer a terminal or turn the reading direction."""
    flat = _BLANK.sub(" ", text)
    if flat.isascii() and flat.isprintable():
        return flat.strip()
    kept = "".join(c for c in flat if unicodedata.category(c) not in _UNPRINTABLE or c == "\u200d")
    return _BLANK.sub(" ", kept).strip()


def shorten(text: str, width: int) -> str:
    """Return text cut at a word to at most `width` characters, with an ellipsis where something is left out."""
    text = clean(text)
    if len(text) <= width:
        return text
    cut = text[: width - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[width // 2 :] else cut).rstrip(" ,;:.") + "…"


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 outlet", "3 outlets"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def short(identity: str) -> str:
    """Return as much of an id as `reportedly show` usually needs: "c02a3d:s1"."""
    head, colon, tail = identity.partition(":")
    return head[:ID] + colon + tail


def pin(place: Place) -> str:
    """Return a place as it is printed: source and paragraph."""
    return f"{place.source}¶{place.paragraph}"


def scope(brief: Brief) -> str:
    """Return what the brief covers."""
    articles = sum(len(story.documents) for story in brief.stories)
    return f"Who says so: {count(len(brief.stories), 'story', 'stories')}, {count(articles, 'article')}"


def span(brief: Brief) -> str:
    """Return the moments the brief runs from and to."""
    since = f"news since {reads(brief.since, clock=True)}, " if brief.since else ""
    return f"{since}as of {reads(brief.moment, clock=True)}"


def address(document: Document, place: Place | None = None) -> str:
    """Return a document's web address, or one that opens the very words (a text fragment); "" where it has none."""
    if not document.url.startswith(("http://", "https://")):
        return ""
    url = quote(document.url, safe=":/?#@!$&()*+,;=%~", errors="replace")
    if place is None:
        return url
    start = " ".join(place.pin.exact.split()[:8])
    return f"{url.split('#')[0]}#:~:text={quote(start, safe='', errors='replace').replace('-', '%2D')}"


def numbers(story: StoryBrief) -> dict[str, int]:
    """Number a story's claims as they are printed."""
    return {entry.claim: n for n, entry in enumerate((*story.headline, *story.also), 1)}


def coverage(story: StoryBrief, now: str) -> str:
    """Return how many articles and outlets carry a story, when, and how many only repeat another."""
    copies = sum(document.copy_of is not None for document in story.documents)
    year = now if story.first[:4] == story.last[:4] else ""
    ends = dict.fromkeys(reads(end, year) for end in (story.first, story.last) if end)
    parts = [
        f"{count(len(story.documents), 'article')} from {count(story.outlets, 'outlet')}",
        " to ".join(ends),
        f"{copies} repeating another" if copies else "",
    ]
    return " · ".join(part for part in parts if part)


def repeats(document: Document, number: str = "{}") -> str:
    """Return what a source takes over from another: "repeats 3", "takes a passage from 3"; "" for nothing.

    `number` is how the other's is printed.
    """
    if document.copy_of:
        return f"repeats {number.format(document.copy_of)}"
    return f"takes a passage from {number.format(document.passage_of)}" if document.passage_of else ""


def ages(since: str, updated: str, now: str) -> str:
    """Return when a claim was first and last spoken to: "from 43 to 39 days ago", "from 3 days ago to now", "today"."""
    first, last = age(since, now), age(updated, now)
    if not first:
        return "undated"
    if first in RECENT:
        return first
    if not last or last == first:
        return f"{first} ago"
    if last in RECENT:
        return f"from {first} ago to {last.removeprefix('just ')}"
    number, _, unit = first.partition(" ")
    return f"from {number if last.endswith(f' {unit}') else first} to {last} ago"


def tally(entry: Entry) -> str:
    """Return independent origins beside outlets: "1 to 3 independent origins behind 5 outlets".

    "behind" where the outlets outnumber the origins.
    """
    most = entry.origins_at_most
    told = f"{origins(entry, ' to ')} independent origin{'' if most == 1 else 's'}" if most else "no independent origin"
    joint = " behind " if entry.outlets > most else ", "
    return told + (joint + count(entry.outlets, "outlet") if entry.outlets else "")


def origins(found: Entry | ClaimView, joint: str = "–") -> str:
    """Return how many independent origins there are surely and at most: "1–3", or "2" where both are two."""
    sure, most = found.independent_origins, found.origins_at_most
    return f"{sure}" if sure == most else f"{sure}{joint}{most}"


def party(name: str) -> str:
    """Return a party's name; where nobody is named, say so."""
    return "nobody named" if name == UNATTRIBUTED else clean(name)


def who(said: Said) -> str:
    """Return the person and the body they speak as: "Igor Konashenkov (spokesman, Ministry of Defence)"."""
    body = "" if _within(said.organisation, said.party) else said.organisation
    role = "" if _within(said.role, said.organisation) else said.role
    office = ", ".join(clean(part) for part in (role, body) if part)
    if not said.speaker or _within(said.speaker, said.party):
        return office
    return clean(said.speaker) + (f" ({office})" if office else "")


def _within(words: str, others: str) -> bool:
    return words.casefold() in others.casefold()


def when(said: Said, now: str) -> str:
    """Return when it was said: "15 Feb", or "by 15 Feb" where only the article's date is known, or "undated"."""
    if not said.at:
        return "undated"
    return ("by " if said.in_print else "") + reads(said.at, now, clock=True)


def how(said: Said) -> str:
    """Return how firmly, where and through whom it was said, "" where there is nothing to add."""
    parts = [_HEDGE.get(said.certainty, ""), _CHANNEL.get(said.channel, "")]
    names = [clean(name) for name in said.via]
    return ", ".join(part for part in (*parts, "via " + ", citing ".join(names) if names else "") if part)


def stance(side: Side) -> str:
    """Return what a side holds, in a word or two; of one that may speak of something else, only that it speaks."""
    return LOOSE if side.loose else STANCE[side.said.stance]


def before(side: Side, now: str, every: bool = False) -> str:
    """Return what a party held before: "earlier: denied 4 May"; all of it, or the last other stance only."""
    left = [t for t in side.turns if t.before != side.said.stance]
    held = [HELD[t.before] + (f" {reads(t.before_at, now)}" if t.before_at else "") for t in left]
    return "earlier: " + ", ".join(held if every else held[-1:]) if held else ""


def side(side: Side, now: str, item: str = "", every: bool = False) -> str:
    """Return everything about a side but its party and its pin; figures of `item` come first, without their noun."""
    said = side.said
    given = side.amounts if every else sorted(side.amounts, key=lambda a: a.item != item)[:FIGURES]
    figures = "; ".join(amount(a, item) for a in given)
    parts = (figures, who(said), when(said, now), how(said))
    more = f" (+{len(side.also)} more)" if side.also else ""
    return "; ".join(part for part in (", ".join(filter(None, parts)) + more, before(side, now, every)) if part)


def line(entry: Entry, width: int) -> str:
    """Return a claim in a line, with those who hold something on it where they are few.

    "Ada Lunt (Varland): The dam holds", "Varland denies: The dam broke", "Ostland awaited: The dam holds".
    """
    gist = shorten(entry.gist, width)
    named = [side.said for side in entry.sides if side.said.party != UNATTRIBUTED and not side.loose]
    if not 0 < len(named) <= NAMED:
        return gist
    if len(named) == 1:
        return gist if _opens(gist, named[0]) else f"{_sole(entry, named[0])}: {gist}"
    held: dict[Stance, list[str]] = {}
    for said in named:
        held.setdefault(said.stance, []).append(party(said.party))
    told = ", ".join(f"{' and '.join(names)} {_verb(stance, len(names))}" for stance, names in held.items())
    return f"{told}: {gist}"


def _opens(gist: str, said: Said) -> bool:
    """Tell whether a claim in words of somebody's telling says itself who asserts it: "Varland warned of floods"."""
    start = gist.casefold().removeprefix("the ")
    return said.stance is Stance.ASSERTS and start.startswith((said.party.casefold(), f"{said.speaker.casefold()} "))


def _sole(entry: Entry, said: Said) -> str:
    """Return the one side that holds something; the person too, where all of it is that person's words."""
    alone = said.speaker and all(not side.also for side in entry.sides)
    name = f"{clean(said.speaker)} ({party(said.party)})" if alone else party(said.party)
    return name if said.stance is Stance.ASSERTS else f"{name} {_verb(said.stance, 1)}"


def _verb(stance: Stance, number: int) -> str:
    word = STANCE[stance]
    if number == 1 or stance in _NO_VERB:
        return word
    return "deny" if stance is Stance.DENIES else word.removesuffix("s")


def remark(found: Remark, width: int = 0) -> str:
    """Return what was said, after who said it and how; with a width, no more of the words than fit."""
    about = ", ".join(part for part in (who(found.said), how(found.said)) if part)
    told = shorten(found.words, width) if width else clean(found.words)
    return f"{about}: {told}" if about else told


def narrated(found: Narrated) -> str:
    """Return a figure of plain narration: "100,000 or more troops, in The Quint's own words"."""
    figure = bounds(found.amount.low, found.amount.high, clean(found.amount.item))
    return f"{figure}, in {clean(found.outlet) or 'the article'}'s own words"


def band(band: Band) -> str:
    """Return the span of the figures: "21 to 23 prisoners, best 21"."""
    best = f", best {number(band.best)}" if band.best not in (None, band.low, band.high) else ""
    return bounds(band.low, band.high, clean(band.item)) + best


def clash(clash: Clash) -> str:
    """Return two figures that exclude each other: "Toqmara 12 against Stradovia 23"."""
    return " against ".join(f"{party(a.party)} {bounds(a.low, a.high)}" for a in (clash.left, clash.right))


def amount(figure: Amount, item: str = "") -> str:
    """Return a figure with its bounds, and with what it counts where that is not `item`."""
    return bounds(figure.low, figure.high, "" if figure.item == item else clean(figure.item))


def bounds(low: float | None, high: float | None, item: str = "") -> str:
    """Return bounds in words: "more than" left the upper one open, "up to" the lower one."""
    if low is None and high is None:
        return f"unknown number of {item}" if item else "unknown number"
    if high is None:
        words = f"{number(low)} or more"
    elif low is None:
        words = f"up to {number(high)}"
    else:
        words = number(low) if low == high else f"{number(low)} to {number(high)}"
    return f"{words} {item}".strip()


def number(value: float | None) -> str:
    """Return a number with its thousands marked and no needless decimals."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def picture(found: Picture) -> str:
    """Return what a picture is called, with the first words of its caption."""
    return f"{evidence(found.evidence)}: {shorten(found.caption, 60)}"


def evidence(kind: Evidence) -> str:
    """Return what a picture that shows something else is called."""
    return _EVIDENCE.get(kind, "unclear what it shows")
