"""FollowTheMoney by its own library: statements read back, values of their types, entities complete."""

from __future__ import annotations

import io
import json
from collections import defaultdict

from followthemoney import model
from followthemoney.statement.serialize import read_json_statements
from followthemoney.statement.statement import Statement

from reportedly.desk import Desk
from reportedly.show.export import ftm
from reportedly.types import PartyKind

COLUMNS = {"entity_id", "prop", "value", "dataset", "schema", "lang", "original_value", "first_seen"}


def statements(desk: Desk) -> list[Statement]:
    ftm.write(desk, "", file := io.BytesIO())
    file.seek(0)
    return list(read_json_statements(file))


def test_every_line_has_the_columns(desk: Desk) -> None:
    ftm.write(desk, "", file := io.BytesIO())
    for line in file.getvalue().splitlines():
        assert set(json.loads(line)) >= COLUMNS


def test_the_library_gives_every_statement_the_same_id(desk: Desk) -> None:
    found = statements(desk)
    assert found
    assert [statement.id for statement in found] == [statement.generate_key() for statement in found]
    assert len({statement.id for statement in found}) == len(found)


def test_every_value_is_as_the_type_of_its_property_wants_it(desk: Desk) -> None:
    for statement in statements(desk):
        schema = model.get(statement.schema)
        assert schema is not None
        prop = schema.get(statement.prop)
        assert prop is not None, f"{statement.schema} has no {statement.prop}"
        assert prop.type.clean(statement.value) == statement.value, statement


def test_entities_are_complete_and_point_at_each_other(desk: Desk) -> None:
    values: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    schemata = dict[str, str]()
    for statement in statements(desk):
        values[statement.entity_id][statement.prop].append(statement.value)
        assert schemata.setdefault(statement.entity_id, statement.schema) == statement.schema
    for name, properties in values.items():
        schema = model[schemata[name]]
        proxy = model.get_proxy({"id": name, "schema": schema.name, "properties": dict(properties)})
        assert proxy.to_dict()["properties"].keys() == properties.keys()
        assert [required for required in schema.required if not properties[required]] == []
        for prop in (schema.get(each) for each in list(properties)):
            if prop is not None and prop.range is not None:
                assert all(model[schemata[end]].is_a(prop.range) for end in properties[prop.name]), prop


def test_what_was_changed_is_kept_beside(odd: Desk) -> None:
    found = [statement for statement in statements(odd) if statement.prop == "title"]
    changed = {statement.original_value for statement in found if statement.original_value}
    assert any(original.startswith("\u202e") for original in changed)
    assert all(statement.value.isprintable() for statement in found)


def test_kinds_of_parties_have_a_schema() -> None:
    assert {model[ftm.SCHEMATA.get(kind, "LegalEntity")].is_a("LegalEntity") for kind in PartyKind} == {True}
