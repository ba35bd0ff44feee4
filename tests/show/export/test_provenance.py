"""PROV by its own library and by rdflib: both forms say the same, and lead from a claim back to the bytes."""

from __future__ import annotations

import io
from collections import Counter

from prov.model import ProvDocument, ProvElement, ProvRecord, ProvRelation
from rdflib import RDF, Graph, Namespace, URIRef

from reportedly.desk import Desk
from reportedly.show.export import prov_json, prov_o
from reportedly.show.export.names import urn
from reportedly.show.export.provenance import THINGS, Term, facts

PROV = Namespace("http://www.w3.org/ns/prov#")
CLASSES = {Term.ENTITY: "Entity", Term.ACTIVITY: "Activity", Term.AGENT: "Agent"}


def document(desk: Desk) -> ProvDocument:
    prov_json.write(desk, "", file := io.BytesIO())
    file.seek(0)
    return ProvDocument.deserialize(file, format="json")


def graph(desk: Desk) -> Graph:
    prov_o.write(desk, "", file := io.BytesIO())
    return Graph().parse(data=file.getvalue(), format="turtle")


def ends(record: ProvRecord) -> tuple[str, str]:
    (_, subject), (_, other), *_ = record.formal_attributes
    return subject.uri, other.uri


def test_the_library_reads_prov_json_and_writes_it_again(desk: Desk) -> None:
    found = document(desk)
    again = ProvDocument.deserialize(content=found.serialize(format="json"), format="json")
    assert found == again
    assert len(list(found.get_records())) == len(list(facts(desk)))


def test_both_forms_say_the_same(desk: Desk) -> None:
    found, triples = document(desk), graph(desk)
    relations = {(*ends(record), record.get_type().localpart) for record in found.get_records(ProvRelation)}
    expected = {(urn(*f.subject), urn(*f.object), f.term) for f in facts(desk) if f.term not in THINGS}
    assert len(relations) == len(expected)
    assert {relation[:2] for relation in relations} == {fact[:2] for fact in expected}
    for subject, other, term in expected:
        assert (URIRef(subject), PROV[term.value], URIRef(other)) in triples
    for term, name in CLASSES.items():
        things = {urn(*fact.subject) for fact in facts(desk) if fact.term is term}
        assert {str(thing) for thing in triples.subjects(RDF.type, PROV[name])} == things
        elements = [record for record in found.get_records(ProvElement) if record.get_type().localpart == name]
        assert {each.identifier.uri for each in elements if each.identifier is not None} == things


def test_a_thing_is_told_once(desk: Desk) -> None:
    told = Counter(fact.subject for fact in facts(desk) if fact.term in THINGS)
    assert set(told.values()) == {1}


def test_every_claim_leads_back_to_the_bytes_it_came_from(desk: Desk) -> None:
    triples = graph(desk)
    for claim in desk.claims():
        path = PROV.wasDerivedFrom
        behind = set(triples.transitive_objects(URIRef(urn("claim", claim.claim.id)), path))
        articles = {name.partition(":")[0] for name in claim.claim.statements}
        assert {URIRef(urn("capture", desk.article(name).capture)) for name in articles} <= behind


def test_people_stand_behind_their_decisions(sound: Desk) -> None:
    triples = graph(sound)
    stance, note, withdrawal = (URIRef(urn("decision", decision.id)) for decision in sound.decisions())
    statement = URIRef(urn("statement", next(iter(sound.statements())).id))
    assert (stance, PROV.wasAttributedTo, URIRef(urn("person", "ada"))) in triples
    assert (statement, PROV.wasInfluencedBy, stance) in triples
    assert [*triples.subjects(PROV.wasInfluencedBy, note)] == []
    (ended,) = triples.objects(note, PROV.wasInvalidatedBy)
    assert (withdrawal, PROV.wasGeneratedBy, ended) in triples
    assert {str(name).rpartition(":")[2] for name in triples.subjects(RDF.type, PROV.Person)} == {"ada", "bo"}


def test_labels_survive_as_they_are(odd: Desk) -> None:
    labels = {str(label) for label in graph(odd).objects()}
    assert {"=1+1", "\x00title", "\u202eeltit", '"q",\ncomma;semi\ttab', "\ufffd"} <= labels
