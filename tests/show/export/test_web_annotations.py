"""Annotations by the recommendation: a schema written from its text, and the triples they expand to.

The W3C's context is not kept here; `CONTEXT` has the terms we use with the IRIs that the vocabulary gives them.
"""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pyld import jsonld

from reportedly.desk import Desk
from reportedly.show.export.names import urn
from reportedly.show.export.web_annotations import write
from reportedly.text import sha256

OA, DC, DCTERMS = "http://www.w3.org/ns/oa#", "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
RDF, AS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/ns/activitystreams#"
CLASSES = "Annotation TextualBody SpecificResource TextQuoteSelector TextPositionSelector"
REASONS = "classifying moderating tagging linking"
PLAIN = {"value": RDF, "format": DC, "language": DC, "exact": OA, "prefix": OA, "suffix": OA, "start": OA, "end": OA}
LINKS = {"body": "hasBody", "target": "hasTarget", "source": "hasSource", "selector": "hasSelector", "via": "via"}
CONTEXT: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    "generated": f"{DCTERMS}issued",
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    **{name: OA + name for name in f"{CLASSES} {REASONS}".split()},
    **{name: space + name for name, space in PLAIN.items()},
    **{name: {"@id": OA + role, "@type": "@id"} for name, role in LINKS.items()},
}
IRI = {"type": "string", "pattern": '^(urn|https?):[^ <>"{}|\\\\^`\\x00-\\x20]+$'}
SELECTORS = [
    {
        "required": ["exact"],
        "properties": {
            "type": {"const": "TextQuoteSelector"},
            **{name: {"type": "string", "minLength": 1} for name in ("exact", "prefix", "suffix")},
        },
        "additionalProperties": False,
    },
    {
        "required": ["start", "end"],
        "properties": {
            "type": {"const": "TextPositionSelector"},
            "start": {"type": "integer", "minimum": 0},
            "end": {"type": "integer", "minimum": 1},
        },
        "additionalProperties": False,
    },
]
PAGE = {
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {"type": "array", "prefixItems": [{"const": "http://www.w3.org/ns/anno.jsonld"}]},
        "id": IRI,
        "type": {"const": "AnnotationPage"},
        "items": {"type": "array", "items": {"$ref": "#/$defs/annotation"}},
    },
    "$defs": {
        "annotation": {
            "type": "object",
            "required": ["id", "type", "target"],
            "properties": {
                "id": IRI,
                "type": {"const": "Annotation"},
                "motivation": {"enum": REASONS.split()},
                "generated": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"},
                "body": {"type": "array", "items": {"$ref": "#/$defs/body"}},
                "target": {"$ref": "#/$defs/target"},
            },
            "additionalProperties": False,
        },
        "body": {
            "oneOf": [
                {"required": ["value"], "properties": {"type": {"const": "TextualBody"}}},
                {"required": ["source"], "properties": {"type": {"const": "SpecificResource"}, "source": IRI}},
            ]
        },
        "target": {
            "required": ["source"],
            "properties": {
                "type": {"const": "SpecificResource"},
                "source": {"type": "object", "required": ["id"], "properties": {"id": IRI, "via": IRI}},
                "selector": {"type": "array", "minItems": 2, "items": {"oneOf": SELECTORS}},
                "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            },
            "additionalProperties": False,
        },
    },
}


def page(desk: Desk) -> dict[str, Any]:
    write(desk, "", file := io.BytesIO())
    found: dict[str, Any] = json.loads(file.getvalue())
    return found


def triples(found: dict[str, Any]) -> list[dict[str, Any]]:
    own = {**CONTEXT, **found["@context"][1]}
    (whole,) = jsonld.expand({**found, "@context": own})
    assert whole["@type"] == [f"{AS}OrderedCollectionPage"]
    listed: list[dict[str, Any]] = whole.get(f"{AS}items", [{"@list": []}])[0]["@list"]
    return listed


def test_a_page_is_as_the_recommendation_says(desk: Desk) -> None:
    found = page(desk)
    Draft202012Validator.check_schema(PAGE)
    Draft202012Validator(PAGE).validate(found)
    assert len({item["id"] for item in found["items"]}) == len(found["items"]) == len(desk.statements())


def test_it_expands_to_the_model_and_loses_nothing(desk: Desk) -> None:
    found = page(desk)
    listed = triples(found)
    assert len(listed) == len(found["items"])
    for item, expanded in zip(found["items"], listed, strict=True):
        assert expanded["@type"] == [f"{OA}Annotation"]
        assert len(expanded[f"{OA}hasBody"]) == len(item["body"])
        (target,) = expanded[f"{OA}hasTarget"]
        assert target["@type"] == [f"{OA}SpecificResource"]
        assert target[f"{OA}hasSource"][0]["@id"].startswith("urn:x-reportedly:article:")
        pinned = {f"{OA}hasSelector", "urn:x-reportedly:sha256"} if item["motivation"] == "classifying" else set()
        assert set(target) == {"@type", f"{OA}hasSource", *pinned}


def test_positions_count_code_points_of_the_text(desk: Desk) -> None:
    texts = {urn("article", article.id): article.text for article in desk.articles()}
    pinned = 0
    for target in (item["target"] for item in page(desk)["items"]):
        if "selector" not in target:
            continue
        text = texts[target["source"]["id"]]
        quote, place = target["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote.get("prefix", ""))
        assert text[place["end"] :].startswith(quote.get("suffix", ""))
        assert sha256(quote["exact"]) == target["sha256"]
        pinned += 1
    assert pinned >= 4


def test_orphaned_pins_are_told_and_not_moved(odd: Desk) -> None:
    orphans = [item for item in page(odd)["items"] if "selector" not in item["target"]]
    (orphan,) = orphans
    assert next(body["value"] for body in orphan["body"] if "value" in body) == "orphaned"
    assert "sha256" not in orphan["target"]


@pytest.mark.parametrize(
    "break_it",
    [
        lambda item: item["target"].pop("source"),
        lambda item: item["target"]["selector"][1].update(start="3"),
        lambda item: item["target"]["selector"][0].pop("exact"),
        lambda item: item.update(id="no iri"),
    ],
)
def test_the_schema_can_fail(break_it: Any, sound: Desk) -> None:
    found = page(sound)
    break_it(found["items"][0])
    assert not Draft202012Validator(PAGE).is_valid(found)
