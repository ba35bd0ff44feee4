"""Provenance as PROV-O in Turtle (https://www.w3.org/TR/prov-o/)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

from reportedly.show.export.names import SCHEME, urn
from reportedly.show.export.provenance import THINGS, Fact, Term, facts
from reportedly.show.export.table import whole

if TYPE_CHECKING:
    from reportedly.desk import View

_HEAD = f"""\
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix r: <{SCHEME}:> .
"""
_CLASSES = {Term.ENTITY: "prov:Entity", Term.ACTIVITY: "prov:Activity", Term.AGENT: "prov:Agent"}
_AGENTS = {"software": "prov:SoftwareAgent", "person": "prov:Person"}


def write(view: View, story: str, file: BinaryIO) -> None:
    """Write the provenance of one story or of all, a statement a line."""
    file.write(_HEAD.encode())
    for fact in facts(view, story):
        file.write((_thing(fact) if fact.term in THINGS else _relation(fact)).encode())


def _thing(fact: Fact) -> str:
    kind = _AGENTS.get(fact.subject[0], f"r:{fact.subject[0].capitalize()}")
    said = [f"a {_CLASSES[fact.term]}, {kind}"]
    for name, value in fact.attributes.items():
        if value:
            said.append(f"{'rdfs:label' if name == 'label' else f'r:{name}'} {_literal(value)}")
    if fact.at:
        said += [f"prov:{end}AtTime {_literal(fact.at)}^^xsd:dateTime" for end in ("started", "ended")]
    return f"{_iri(fact.subject)} {' ; '.join(said)} .\n"


def _relation(fact: Fact) -> str:
    return f"{_iri(fact.subject)} prov:{fact.term.value} {_iri(fact.object)} .\n"


def _iri(thing: tuple[str, str]) -> str:
    return f"<{urn(*thing)}>"


def _literal(text: str) -> str:
    """Return a string of Turtle, whose escapes are those of JSON."""
    return json.dumps(whole(text), ensure_ascii=False)
