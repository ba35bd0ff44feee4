"""What two statements have in common: the features that both scorers weigh, for claims and for origins."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reportedly.link.profile import ACT, STANCE, UNKNOWN, Codes, Profile, name
from reportedly.link.quotes import sameness
from reportedly.link.score import Feature
from reportedly.types import AFFIRMS, Act, Stance
from reportedly.wording import dice

Plane = NDArray[np.float32]  # (statements of the one article, statements of the other)

FEATURES = (
    Feature("meaning", "their contents mean the same"),
    Feature("meaning_close", "their contents mean very nearly the same"),
    Feature("words", "they use the same words"),
    Feature("quotation", "they carry the same quotation"),
    Feature("one_article", "they stand in one article"),
    Feature("beside", "they stand side by side"),
    Feature("one_block", "they stand in one paragraph"),
    Feature("nested", "one stands inside the other"),
    Feature("one_party", "one side speaks"),
    Feature("other_party", "two sides speak"),
    Feature("one_speaker", "one person speaks"),
    Feature("other_speaker", "two persons speak"),
    Feature("one_body", "one body speaks"),
    Feature("other_body", "two bodies speak"),
    Feature("one_day", "said on one day"),
    Feature("other_day", "said on different days"),
    Feature("day_lost", "said on different days, the later one only as far as its article's own date tells"),
    Feature("one_channel", "said on one kind of occasion"),
    Feature("other_channel", "said on different occasions"),
    Feature("party_day", "one side on one day"),
    Feature("speaker_day", "one person on one day"),
    Feature("party_day_channel", "one side on one day and kind of occasion"),
    Feature("party_day_meaning", "one side on one day, to the same effect"),
    Feature("party_other_day", "one side on different days"),
    Feature("figures", "both count the same thing"),
    Feature("figures_unlike", "they count different things"),
    Feature("figure_one", "only one of them gives a figure"),
    Feature("bare", "one has no content of its own"),
    Feature("bare_beside", "one has no content of its own and follows the other"),
    Feature("silent", "one keeps silent or cannot confirm"),
    Feature("opposed", "one affirms and the other denies"),
    Feature("plan_apart", "one tells of a plan or a demand, the other of what is"),
    Feature("view_apart", "one tells of a fact, the other gives a view"),
    Feature("aims_apart", "one has a plan, the other demands"),
    Feature("days_apart", "their articles are days apart"),
    Feature("credit", "one credits the other's outlet"),
    Feature("unnamed", "one names nobody"),
    Feature("crowd", "their article holds many statements, so that few are of one claim"),
)
_MANY = 20  # statements of an article from which on a chance likeness is the likelier, the more there are
_CLOSE = 0.6  # cosine


def _are(*stances: Stance) -> NDArray[np.bool_]:
    """Return, by a stance's code, whether it is one of these."""
    return np.array([stance in stances for stance in STANCE])


_AFFIRMS = _are(*AFFIRMS)
_DENIES = _are(Stance.DENIES, Stance.DOUBTS, Stance.RETRACTS)
_SILENT = _are(Stance.NO_COMMENT, Stance.AWAITED, Stance.CANNOT_CONFIRM)

# What a statement is about by its act: whoever condemns an attack, or calls for an inquiry, does not say whose it was.
_IS, _VIEW, _PLAN, _DEMAND = range(4)
_SUBJECT = np.array(
    [
        {Act.OPINION: _VIEW, Act.INTENTION: _PLAN, Act.DEMAND: _DEMAND}.get(act, _IS)  # who asks, asks what is
        for act in ACT
    ]
)


def compare(left: Profile, right: Profile) -> NDArray[np.float32]:
    """Return the features of every pair, of shape (statements of left, statements of right, len(FEATURES))."""
    if not (left.ids and right.ids):
        return np.zeros((len(left.ids), len(right.ids), len(FEATURES)), np.float32)
    meaning = np.asarray(left.vectors @ right.vectors.T, np.float32)
    words, quotation, figures, unlike = _texts(left, right)
    one_party, other_party = _codes(left.party, right.party)
    one_speaker, other_speaker = _codes(left.speaker, right.speaker)
    one_body, other_body = _codes(left.organisation, right.organisation)
    one_day, other_day, day_lost = _days(left, right)
    one_channel, other_channel = _codes(left.channel, right.channel)
    party = one_party * (1 - other_speaker)
    beside, one_block, nested, one_article = _places(left, right)
    plan_apart, view_apart, aims_apart = _acts(_SUBJECT[left.act], _SUBJECT[right.act])
    bare = _either(left.bare, right.bare)
    planes = {
        "meaning": meaning,
        "meaning_close": np.maximum(meaning - _CLOSE, 0),
        "words": words,
        "quotation": quotation,
        "one_article": one_article,
        "beside": beside,
        "one_block": one_block,
        "nested": nested,
        "one_party": one_party,
        "other_party": other_party,
        "one_speaker": one_speaker,
        "other_speaker": other_speaker,
        "one_body": one_body,
        "other_body": other_body,
        "one_day": one_day,
        "other_day": other_day,
        "day_lost": day_lost,
        "one_channel": one_channel,
        "other_channel": other_channel,
        "party_day": party * one_day,
        "speaker_day": one_speaker * one_day,
        "party_day_channel": party * one_day * one_channel,
        "party_day_meaning": party * one_day * meaning,
        "party_other_day": party * other_day,
        "figures": figures,
        "figures_unlike": unlike,
        "figure_one": _differ(left.counts, right.counts),
        "bare": bare,
        "bare_beside": bare * beside,
        "silent": _either(_SILENT[left.stance], _SILENT[right.stance]),
        "opposed": _opposed(left.stance, right.stance),
        "plan_apart": plan_apart,
        "view_apart": view_apart,
        "aims_apart": aims_apart,
        "days_apart": _constant(left, right, _days_apart(left, right)),
        "credit": _credit(left, right),
        "unnamed": _either(left.party == UNKNOWN, right.party == UNKNOWN),
        "crowd": _constant(left, right, float(np.log(max(_MANY, len(left.ids), len(right.ids)) / _MANY))),
    }
    return np.stack([planes[feature.name] for feature in FEATURES], axis=-1).astype(np.float32)


def one_voice(of: Profile) -> NDArray[np.bool_]:
    """Return which pairs of an article's statements can be one utterance: one named side, and no two persons.

    Inside an article names are sure, so this is a rule and not a weight; between articles they are evidence only.
    """
    one_party, _ = _codes(of.party, of.party)
    _, other_speaker = _codes(of.speaker, of.speaker)
    return np.asarray((one_party > 0) & (other_speaker == 0))


def _texts(left: Profile, right: Profile) -> tuple[Plane, Plane, Plane, Plane]:
    """Return overlap of words, the same quotation, like and unlike figures."""
    shape = (len(left.ids), len(right.ids))
    words, quotation, figures, unlike = (np.zeros(shape, np.float32) for _ in range(4))
    for i, stems in enumerate(left.stems):
        for j, other in enumerate(right.stems):
            words[i, j] = dice(stems, other)
            if left.quotes[i] and right.quotes[j]:
                quotation[i, j] = sameness(left.quotes[i], right.quotes[j])
            if left.counts[i] and right.counts[j]:
                like = dice(left.items[i], right.items[j])
                figures[i, j], unlike[i, j] = like, 1 - like
    return words, quotation, figures, unlike


def _places(left: Profile, right: Profile) -> tuple[Plane, Plane, Plane, Plane]:
    """Return nearness, one paragraph, nesting and one article; all 0 between two articles."""
    shape = (len(left.ids), len(right.ids))
    if left.article != right.article:
        zero = np.zeros(shape, np.float32)
        return zero, zero, zero, zero
    rows = np.arange(shape[0])
    gap = np.abs(np.subtract.outer(rows, rows))
    nested = np.equal.outer(left.within, rows) | np.equal.outer(rows, left.within)
    return (
        (1 / np.maximum(gap, 1)).astype(np.float32),
        np.equal.outer(left.block, left.block).astype(np.float32),
        nested.astype(np.float32),
        np.ones(shape, np.float32),
    )


def _codes(left: Codes, right: Codes) -> tuple[Plane, Plane]:
    """Return where both codes are known and equal, and where both are known and differ."""
    known = np.logical_and.outer(left != UNKNOWN, right != UNKNOWN)
    equal = np.equal.outer(left, right)
    return (known & equal).astype(np.float32), (known & ~equal).astype(np.float32)


def _days(left: Profile, right: Profile) -> tuple[Plane, Plane, Plane]:
    """Return one day, two days, and two days of which the later is just the day of publication.

    A statement without a date of its own carries its article's, so the latter may be one day after all.
    """
    one, other = _codes(left.said, right.said)
    by_left = np.greater.outer(left.said, right.said) & (left.said == left.published)[:, None]
    by_right = np.less.outer(left.said, right.said) & (right.said == right.published)[None, :]
    lost = other * (by_left | by_right)
    return one, other - lost, lost


def _either(left: NDArray[np.bool_], right: NDArray[np.bool_]) -> Plane:
    return np.logical_or.outer(left, right).astype(np.float32)


def _differ(left: NDArray[np.bool_], right: NDArray[np.bool_]) -> Plane:
    return np.not_equal.outer(left, right).astype(np.float32)


def _opposed(left: Codes, right: Codes) -> Plane:
    one = np.logical_and.outer(_AFFIRMS[left], _DENIES[right])
    other = np.logical_and.outer(_DENIES[left], _AFFIRMS[right])
    return (one | other).astype(np.float32)


def _acts(left: Codes, right: Codes) -> tuple[Plane, Plane, Plane]:
    """Return where one plans or demands and the other does not, where one is a view and the other a fact, and where
    one plans and the other demands.
    """
    aims = _differ(left >= _PLAN, right >= _PLAN)
    view = _differ(left == _VIEW, right == _VIEW) * (1 - _either(left >= _PLAN, right >= _PLAN))
    apart = _differ(left == _PLAN, right == _PLAN) * (1 - _either(left < _PLAN, right < _PLAN))
    return aims, view, apart


def _constant(left: Profile, right: Profile, value: float) -> Plane:
    return np.full((len(left.ids), len(right.ids)), value, np.float32)


def _days_apart(left: Profile, right: Profile) -> float:
    if not left.published or not right.published:
        return 0.0
    return float(np.log1p(abs(left.published - right.published)))


def _credit(left: Profile, right: Profile) -> Plane:
    """Return where a statement came through the other one's outlet."""
    a, b = name(left.outlet), name(right.outlet)
    through = np.array([b in via for via in left.via], np.bool_), np.array([a in via for via in right.via], np.bool_)
    return _either(*through)
