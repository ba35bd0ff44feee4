"""Who an article lets speak, and where it speaks of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from reportedly.name.choice import Choice
from reportedly.name.forms import fold
from reportedly.name.lexicon import NounClass, sex_of_name
from reportedly.types import UNATTRIBUTED, PartyKind, Reason, Voice

OWN_NAME = "own name"  # the reason of a side of which nothing but the name was told


@dataclass(slots=True, eq=False)
class Actor:
    """A person, body, state or crowd of one article, and the side it speaks for. Grows while the article is read."""

    party: str
    kind: PartyKind
    name: str = ""  # of a person or a body
    role: str = ""
    organisation: str = ""
    person: bool = False
    personal: bool = False  # a person or persons, named or not
    sex: str = ""
    plural: bool = False
    proper: bool = False  # bears a name of its own
    maybe_firm: bool = False  # a name alone, taken for a person's only because it has several words
    noun: NounClass | None = None
    heads: set[str] = field(default_factory=set)  # common nouns it has been called by, singular
    reasons: tuple[Reason, ...] = ()
    chain: tuple[str, ...] = ()  # bodies between speaker and party
    choice: Choice[str] | None = None  # of the state, where the article's words did not tell it
    back: Choice[Actor] | None = None  # of the body, where a spokesman names none
    fold: dict[str, float] | None = None  # what decided whether a public body is its state's voice

    @property
    def nameless_role(self) -> bool:
        """Tell whether nothing but a name is known: it may be a person's or a firm's."""
        return self.person and not self.role and bool(self.reasons) and self.reasons[0].feature == OWN_NAME

    @property
    def told_sex(self) -> str:
        """Return "m" or "f" by title or role, else by a person's given name; "" where neither tells."""
        return self.sex or (sex_of_name(self.name) if self.person else "")

    @property
    def nobody(self) -> bool:
        """Tell whether nobody is named."""
        return self.party == UNATTRIBUTED

    def voice(self, *reasons: Reason) -> Voice:
        """Return the actor as a statement's voice."""
        speaker = self.name if self.person else ""
        links = [speaker, *self.chain, self.organisation, self.party]
        chain = tuple(dict.fromkeys(link for link in links if link and link != UNATTRIBUTED))
        return Voice(
            party=self.party,
            kind=self.kind,
            speaker=speaker,
            role=self.role,
            organisation=self.organisation
            or (self.party if self.proper and self.name == self.party and self.noun else ""),
            chain=chain,
            reasons=(*reasons, *self.reasons),
        )


def unattributed(why: str) -> Actor:
    """Return the actor of a statement that names nobody."""
    return Actor(UNATTRIBUTED, PartyKind.UNKNOWN, reasons=(Reason("nobody", 1.0, why),))


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the article speaks of an actor."""

    at: int  # offset
    sentence: int
    actor: Actor
    source: bool  # as a statement's source
    quoted: bool  # inside a statement's content
    subject: bool  # first mention of its sentence


@dataclass(slots=True)
class Trail:
    """The mentions of an article in order of the text, and its actors by name."""

    mentions: list[Mention] = field(default_factory=list)
    named: dict[str, Actor] = field(default_factory=dict)  # folded full name, surname, acronym or short form

    def note(self, mention: Mention) -> None:
        """Enter a mention; one at the same place is replaced."""
        at = len(self.mentions)
        while at > 0 and self.mentions[at - 1].at > mention.at:
            at -= 1
        if at > 0 and self.mentions[at - 1].at == mention.at:
            self.mentions[at - 1] = mention
        else:
            self.mentions.insert(at, mention)

    def before(self, offset: int) -> Iterable[Mention]:
        """Yield mentions before an offset, the nearest first."""
        return (m for m in reversed(self.mentions) if m.at < offset)

    def after(self, offset: int) -> Iterable[Mention]:
        """Yield mentions from an offset on, the nearest first."""
        return (m for m in self.mentions if m.at >= offset)

    def spoke_last(self, offset: int) -> Mention | None:
        """Return the last mention of a source before an offset."""
        return next((m for m in self.before(offset) if m.source), None)

    def enter(self, actor: Actor, *names: str) -> None:
        """Make an actor known under names; the first that bears a name keeps it."""
        for name in names:
            if name:
                self.named.setdefault(fold(name), actor)

    def called(self, name: str) -> Actor | None:
        """Return the actor that bears a name."""
        return self.named.get(fold(name))


def copy_as(actor: Actor, **changes: object) -> Actor:
    """Return a new actor of the same side with some fields changed."""
    return replace(actor, **changes)  # type: ignore[arg-type]
