"""Persons and their credentials, on each database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportedly.ledger import open_ledger
from reportedly.ledger.audit import NOBODY, Deed, access_draft
from reportedly.ledger.users import Credential, Kind, Person, Role, Users

ADA = Person("ada", Role.EDITOR, "argon-ada", "2031-01-01T00:00:00Z")
BOB = Person("bob", Role.READER, "argon-bob", "2031-01-02T00:00:00Z")
SESSION = Credential("d1", "ada", Kind.SESSION, "", "2031-01-03T00:00:00Z", "2031-01-03T08:00:00Z")
TOKEN = Credential("d2", "ada", Kind.TOKEN, "wall screen", "2031-01-03T00:00:00Z")


@pytest.fixture
def users(where: str) -> Iterator[Users]:
    with open_ledger(where) as ledger:
        ledger.users.put(ADA)
        ledger.users.put(BOB)
        ledger.users.grant(SESSION)
        ledger.users.grant(TOKEN)
        yield ledger.users


def test_persons_are_kept_by_name(users: Users) -> None:
    assert users.all() == [ADA, BOB]
    assert users.person("ada") == ADA
    assert users.person("eve") is None


@pytest.mark.parametrize(
    ("digest", "kind", "at", "holder"),
    [
        ("d1", Kind.SESSION, "2031-01-03T07:59:59Z", ADA),
        ("d1", Kind.SESSION, "2031-01-03T08:00:00Z", None),  # run out
        ("d1", Kind.TOKEN, "2031-01-03T07:00:00Z", None),  # a session is no token
        ("d2", Kind.TOKEN, "2099-01-01T00:00:00Z", ADA),
        ("d2", Kind.SESSION, "2031-01-03T07:00:00Z", None),
        ("d3", Kind.TOKEN, "2031-01-03T07:00:00Z", None),
    ],
)
def test_a_credential_holds_for_its_kind_and_time(
    users: Users, digest: str, kind: Kind, at: str, holder: Person | None
) -> None:
    assert users.holder(digest, kind, at) == holder


def test_removing_a_person_ends_what_they_held(users: Users) -> None:
    assert users.remove("ada")
    assert not users.remove("ada")
    assert users.holder("d2", Kind.TOKEN, "2031-01-04T00:00:00Z") is None


def test_a_new_password_ends_what_was_held(users: Users) -> None:
    users.put(ADA)
    assert users.holder("d2", Kind.TOKEN, "2031-01-04T00:00:00Z") is None


def test_tokens_are_revoked_by_label_and_sessions_by_digest(users: Users) -> None:
    assert users.revoke(person="ada", label="other") == 0
    assert users.revoke(person="ada", label="wall screen") == 1
    assert users.credentials(Kind.TOKEN) == []
    assert users.revoke(digest="d1") == 1
    assert users.credentials(Kind.SESSION) == []


def test_what_has_run_out_is_dropped(users: Users) -> None:
    users.grant(Credential("d4", "bob", Kind.SESSION, "", "2031-01-05T00:00:00Z", "2031-01-05T08:00:00Z"))
    assert [c.digest for c in users.credentials(Kind.SESSION)] == ["d4"]
    assert [c.digest for c in users.credentials(Kind.TOKEN)] == ["d2"]


@pytest.mark.parametrize(
    ("name", "subject"), [("ada", "ada"), ("", NOBODY), ("a\nb", NOBODY), ("<b>", NOBODY), ("a" * 99, NOBODY)]
)
def test_only_a_possible_name_is_written_into_the_log(where: str, name: str, subject: str) -> None:
    with open_ledger(where) as ledger:
        (entry,) = ledger.append([access_draft(name, Deed.REFUSED, "192.0.2.1", "serve 1")])
    assert entry.subject == subject
    assert entry.body == '{"deed":"login refused","from":"192.0.2.1"}'
