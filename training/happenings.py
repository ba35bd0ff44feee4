"""Learn to tell what a claim says happened (stand/weights.txt) from the train stories: python -m training.happenings

Three choices (softmax over options): the type of event that a claim's statements tell of, if any; who acts; on whom.
They are learnt from our own statements and events, read from the text on, with the gold claims they belong to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.stories import GoldClaim
from measure.events import claims_of, reports_of
from measure.labelled import labelled
from measure.story import linked, parties
from reportedly.stand import choice, kinds, roles
from reportedly.stand.reports import Reports
from reportedly.types import Claim, EventType
from reportedly.weights import Features
from training.naming import Example, fit

HEADER = "# Learnt by training/happenings.py on the train stories of the corpus. One feature a line.\n"
# Set, not learnt. Half of the corpus's claims are of no event; in news they are fewer, and a side is better guessed
# than withheld. Of sources in the corpus two in three get their side, of those on saved pages five in six: there the
# words of an event are to be believed when they name who acts and on whom.
LEANING = {"type.none": -1.0, "actor.acts": 1.0, "recipient.nobody": -0.5, "recipient.is acted upon": 2.0}


@dataclass(frozen=True, slots=True)
class Case:
    """A gold claim of an event or of none, our statements of it, and what our names of sides stand for."""

    gold: GoldClaim
    claim: Claim
    reports: Reports
    meaning: Mapping[str, str]  # our side -> the gold one
    actor: str  # the gold sides' names, "" for none
    target: str


def cases(part: str) -> Iterator[Case]:
    """Yield the cases of a part of the corpus; each story is linked by itself."""
    for story in labelled(part):
        (read,) = linked([story], found=True)
        reports, meaning = reports_of(read), parties(read)
        names = {key: name for key, (name, _) in story.story.parties.items()}
        for gold, claim in claims_of(read):
            yield Case(
                gold, claim, reports, meaning, names.get(gold.actor, gold.actor), names.get(gold.target, gold.target)
            )


def types(found: Sequence[Case]) -> list[Example]:
    """Return what the type of each case was chosen among."""
    voted = ((case, case.reports.votes(case.claim)) for case in found)
    return [_example(kinds.options(c.claim, votes, c.reports), {_type(c.gold)}) for c, votes in voted if votes]


def actors(found: Sequence[Case]) -> list[Example]:
    """Return what the actor of each case was chosen among."""
    return [_example(options, _standing_for(case, case.actor, options)) for case, options, _ in _told(found)]


def recipients(found: Sequence[Case]) -> list[Example]:
    """Return what the recipient of each case was chosen among, once its actor is chosen by the weights of now."""
    return [_example(options, _standing_for(case, case.target, options)) for case, _, options in _told(found)]


def _told(found: Sequence[Case]) -> Iterator[tuple[Case, Mapping[str, Features], Mapping[str, Features]]]:
    for case in found:
        votes = case.reports.votes(case.claim)
        if votes:
            kind = _type(case.gold) or votes[0].event.type
            agreed = [vote for vote in votes if vote.event.type is kind]
            known = roles.features(case.claim, agreed, case.reports)
            acting = roles.acting(known)
            yield case, acting, roles.acted_upon(known, choice.likeliest(acting))


def _type(gold: GoldClaim) -> EventType | None:
    return None if gold.event == "NONE" else EventType(gold.event)


def _standing_for(case: Case, gold: str, options: Mapping[str, Features]) -> set[str]:
    return {side for side in options if (case.meaning.get(side, side) if side else "") == gold}


def _example(options: Mapping[str, Features] | Mapping[EventType | None, Features], right: set) -> Example:
    return Example(tuple(options.values()), tuple(option in right for option in options))


def write(weights: Mapping[str, float]) -> None:
    """Write the weights, sorted, and choose by them from now on."""
    lines = (f"{name}: {value + LEANING.get(name, 0.0):.3f}\n" for name, value in sorted(weights.items()))
    choice.FILE.write_text(HEADER + "".join(lines), "utf-8")
    choice.weights.cache_clear()


def main() -> None:
    """Learn and write."""
    train = list(cases("train"))
    weights = fit([*types(train), *actors(train)], {})
    write(weights)
    weights |= fit(recipients(train), {})
    write(weights)


if __name__ == "__main__":
    main()
