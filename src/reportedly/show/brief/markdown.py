"""The brief as Markdown, for a mail, an issue or a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.show.brief import deciding, words
from reportedly.show.brief.model import Brief, Decided, Document, Entry, Place, Side, StoryBrief
from reportedly.show.brief.moments import reads

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def to_markdown(brief: Brief) -> str:
    """Return the brief as CommonMark; whatever comes from an article is escaped."""
    lines = [f"**{words.scope(brief)}**, {words.span(brief)}"]
    for story in brief.stories:
        lines += ["", *_story(story, brief.moment)]
    if brief.quiet:
        lines += ["", "Nothing new in: " + "; ".join(map(_safe, brief.quiet))]
    if brief.more:
        lines += ["", "Older stories were left out."]
    return "\n".join(lines) + "\n"


def _story(story: StoryBrief, now: str) -> Iterator[str]:
    numbers = words.numbers(story)
    yield f"# {_safe(story.title)}"
    yield f"\n{words.coverage(story, now)}"
    if story.turns:
        yield "\n## Who moved\n"
    for turn in story.turns:
        change = f"{words.STANCE[turn.before]} → {words.STANCE[turn.after]} on claim {numbers[turn.claim]}"
        when = reads(turn.at, now, clock=True) or "undated"
        party = f"{_new(turn.new)}**{_safe(words.party(turn.party))}**"
        yield f"- {party} {change}, {when} {_pins(story, turn.left, turn.place)}"
    for entry in story.headline:
        yield from _entry(entry, numbers[entry.claim], story, now)
    for title, entries in (("Also said", story.also), ("Background", story.background)):
        if entries:
            yield f"\n## {title}\n"
        for entry in entries:
            yield f"- {_new(entry.new)}**{entry.standing}** {_safe(entry.gist)} {_pins(story, entry.place)}"
            yield from (f"  {line}" for line in _decided(entry.decisions, story, now))
    if story.decisions:
        yield "\n## Decided\n"
        yield from _decided(story.decisions, story, now)
    if story.remarks or story.narrated:
        yield "\n## Beside the claims\n"
    for remark in story.remarks:
        label = f"{words.STANCE[remark.said.stance]}: **{_safe(words.party(remark.said.party))}**"
        yield f"- {label} {_safe(words.remark(remark))} {_pins(story, remark.said.place)}"
    for figure in story.narrated:
        yield f"- background: {_safe(words.narrated(figure))} {_pins(story, figure.amount.place)}"
    yield from _notes(story, now)


def _entry(entry: Entry, number: int, story: StoryBrief, now: str) -> Iterator[str]:
    yield f"\n## {number}. {entry.standing.upper()}: {_safe(entry.gist)} {_pins(story, entry.place)}"
    yield f"\n**{words.tally(entry)}**, {words.ages(entry.since, entry.updated, now)}" + (
        f". {_safe(entry.rule)}" if entry.rule else ""
    )
    yield ""
    item = entry.band.item if entry.band else ""
    if entry.band:
        yield f"- figures: **{_safe(words.band(entry.band))}** {_pins(story, *entry.band.places)}"
    for clash in entry.clashes:
        yield f"- {clash.relation}: {_safe(words.clash(clash))} {_pins(story, clash.left.place, clash.right.place)}"
    for side in entry.sides:
        yield _side(side, item, story, now)
    for unheard in entry.unheard:
        yield f"- {words.NOT_HEARD}: **{_safe(words.party(unheard.party))}** {_pins(story, unheard.place)}"
    for figure in entry.amounts:
        text = f"**{_safe(words.party(figure.party))}** {_safe(words.amount(figure))}"
        yield f"- figure: {text} {_pins(story, figure.place)}"
    for question in entry.questions:
        label, place = ("answered", question.answered) if question.answered else ("open", question.place)
        yield f"- {label}: {_safe(question.asks)} {_pins(story, place)}"
    yield from _decided(entry.decisions, story, now)
    for alone in entry.unaided:
        yield f"- machine alone: {_safe(deciding.unaided(alone))} {_pins(story, alone.place)}"


def _decided(found: Iterable[Decided], story: StoryBrief, now: str) -> Iterator[str]:
    for each in found:
        label = "note" if each.act == "note" else "decided"
        yield f"- {label}: {_safe(deciding.decided(each, now))} {_pins(story, each.place)}"


def _side(side: Side, item: str, story: StoryBrief, now: str) -> str:
    label = f"{words.stance(side)}: {_new(side.new)}**{_safe(words.party(side.said.party))}**"
    rest = _safe(words.side(side, now, item, every=True))
    own = f": *{_safe(side.words)}*" if side.words else ""
    return f"- {label} {rest}{own} {_pins(story, side.said.place, *side.also)}"


def _notes(story: StoryBrief, now: str) -> Iterator[str]:
    if story.pictures:
        yield "\n## Pictures that are no evidence\n"
    for picture in story.pictures:
        yield f"- {words.evidence(picture.evidence)}: {_safe(picture.caption)} {_pins(story, picture.place)}"
    yield "\n## Sources\n"
    yield from (_document(document, now) for document in story.documents)


def _document(document: Document, now: str) -> str:
    when = reads(document.published, now, clock=True) or "undated"
    repeats = words.repeats(document, r"\[{}\]")
    copy = f", {repeats}" if repeats else ""
    title = _safe(document.title or document.article)
    address = words.address(document)
    named = f"[{title}](<{address}>)" if address else title
    outlet = _safe(document.outlet) or "no outlet named"
    return f"- \\[{document.number}\\] {outlet}, {when}{copy}: {named} `{document.article}`"


def _pins(story: StoryBrief, *places: Place) -> str:
    return "\\[" + ", ".join(_pin(story.documents[place.source - 1], place) for place in places) + "\\]"


def _pin(document: Document, place: Place) -> str:
    address = words.address(document, place)
    return f"[{words.pin(place)}](<{address}>)" if address else words.pin(place)


def _new(new: bool) -> str:
    return "NEW " if new else ""


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", words.clean(text))
