"""Provenance as PROV-JSON (https://www.w3.org/submissions/prov-json/)."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from itertools import count
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any, BinaryIO

from reportedly.show.export.as_json import dumps
from reportedly.show.export.names import SCHEME, urn
from reportedly.show.export.provenance import THINGS, Fact, Term, facts

if TYPE_CHECKING:
    from reportedly.desk import View

HELD = 1 << 20  # bytes of a section held in memory; what is more waits on disk
_ENDS = {
    Term.GENERATED: ("prov:entity", "prov:activity"),
    Term.USED: ("prov:activity", "prov:entity"),
    Term.ASSOCIATED: ("prov:activity", "prov:agent"),
    Term.ATTRIBUTED: ("prov:entity", "prov:agent"),
    Term.DERIVED: ("prov:generatedEntity", "prov:usedEntity"),
    Term.INFLUENCED: ("prov:influencee", "prov:influencer"),
    Term.INVALIDATED: ("prov:entity", "prov:activity"),
}
_AGENTS = {"software": "prov:SoftwareAgent", "person": "prov:Person"}


def write(view: View, story: str, file: BinaryIO) -> None:
    """Write the provenance of one story or of all. PROV-JSON goes by kinds of facts, so these are sorted on disk."""
    numbers = count(1)
    with ExitStack() as stack:
        sections: dict[Term, IO[bytes]] = {}
        for fact in facts(view, story):
            if fact.term not in sections:
                sections[fact.term] = stack.enter_context(SpooledTemporaryFile(HELD))
            section = sections[fact.term]
            name = _name(fact.subject) if fact.term in THINGS else f"_:n{next(numbers)}"
            section.write((b",\n" if section.tell() else b"") + dumps(name) + b":" + dumps(_body(fact)))
        file.write(b'{"prefix":' + dumps({"r": f"{SCHEME}:"}))
        for term in Term:
            if term in sections:
                file.write(b",\n" + dumps(term.value) + b":{\n")
                sections[term].seek(0)
                shutil.copyfileobj(sections[term], file)
                file.write(b"}")
        file.write(b"}\n")


def _body(fact: Fact) -> dict[str, Any]:
    if fact.term in THINGS:
        kind = _AGENTS.get(fact.subject[0], f"r:{fact.subject[0].capitalize()}")
        body: dict[str, Any] = {"prov:type": {"$": kind, "type": "prov:QUALIFIED_NAME"}}
        body |= {"prov:startTime": fact.at, "prov:endTime": fact.at} if fact.at else {}
        names = {"label": "prov:label"}
        return body | {names.get(name, f"r:{name}"): value for name, value in fact.attributes.items() if value}
    return dict(zip(_ENDS[fact.term], (_name(fact.subject), _name(fact.object)), strict=True))


def _name(thing: tuple[str, str]) -> str:
    return urn(*thing).replace(SCHEME, "r", 1)
