"""The API: the library's own values, written as JSON; whatever else is asked is refused in its own words."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from pydantic import TypeAdapter
from schemathesis.specs.openapi.checks import positive_data_acceptance, unsupported_method, use_after_free
from starlette.testclient import TestClient

from reportedly.desk import Desk
from reportedly.show.brief.model import Brief
from reportedly.show.http.app import application
from reportedly.show.http.indexing import catch_up
from reportedly.types import Article, ClaimView, Origin, Pin, Statement, Story
from tests.show import served

# No pattern knows that 30 February is no day.
BEYOND = [positive_data_acceptance, unsupported_method, use_after_free]
ATOM = "{http://www.w3.org/2005/Atom}"


def get(client: TestClient, path: str, kind: Any) -> Any:
    """Ask, and read the answer as a value of the library."""
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 200, answer.text
    return TypeAdapter(kind).validate_json(answer.content)


def test_answers_are_the_librarys_own_values(client: TestClient, common_desk: Desk) -> None:
    view = common_desk.at()
    stories = list(view.stories())
    assert get(client, "stories", dict[str, Any])["stories"] == TypeAdapter(list[Story]).dump_python(
        stories, mode="json"
    )
    for story in stories:
        assert get(client, f"stories/{story.id}", Story) == story
        assert get(client, f"stories/{story.id}/claims", list[ClaimView]) == view.claims(story=story.id)
        assert get(client, f"stories/{story.id}/brief", Brief).stories[0].id == story.id
    claim = next(iter(view.claims()))
    assert get(client, f"claims/{claim.claim.id}", ClaimView) == claim
    said = get(client, f"claims/{claim.claim.id}/statements", list[Statement])
    assert {s.id for s in said} == set(claim.claim.statements)
    origins = get(client, f"claims/{claim.claim.id}/origins", list[Origin])
    assert set(origins) == set(view.origins(claim=claim.claim.id))
    article = view.article(said[0].article)
    assert get(client, f"articles/{article.id}", Article) == article
    assert get(client, f"articles/{article.id}/statements", list[Statement]) == view.statements(article=article.id)
    assert get(client, f"statements/{said[0].id}", Statement) == said[0]
    assert get(client, f"statements/{said[0].id}/pin", Pin) == view.pin(said[0].id)


def test_a_moment_is_answered_for_that_moment(client: TestClient, common_desk: Desk) -> None:
    story = next(s for s in common_desk.stories() if "Kerch" in s.title)
    (now,) = get(client, f"stories/{story.id}/claims", list[ClaimView])
    (then,) = get(client, f"stories/{story.id}/claims?as_of=2031-05-01", list[ClaimView])
    assert [len(view.positions) for view in (then, now)] == [1, 3]


def test_pages_of_stories_are_whole(client: TestClient, common_desk: Desk) -> None:
    names, after = list[str](), ""
    while page := get(client, f"stories?limit=1&after={after}", dict[str, Any]):
        names += [story["id"] for story in page["stories"]]
        after = page["next"]
        if not after:
            break
    assert names == [story.id for story in common_desk.stories()]


def test_what_was_said_is_found(client: TestClient, common_desk: Desk) -> None:
    while catch_up(common_desk):
        pass
    found = get(client, "search?q=bridge%20Kerch", list[dict[str, Any]])
    assert {each["party"] for each in found} == {"Russia", "Ukraine", "NATO"}
    assert any(each["name"] == "NATO" for each in get(client, "parties", list[dict[str, Any]]))
    assert any(each["name"] == "World Wire" for each in get(client, "outlets", list[dict[str, Any]]))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("stories/t000000000000", 404),
        ("stories/x", 422),
        ("claims/c000000000000:s1", 404),
        ("articles/a000000000000/statements", 404),
        ("statements/a000000000000:s1/pin", 404),
        ("stories/t000000000000/brief?as_of=yesterday", 422),
        ("stories?limit=0", 422),
        ("nope", 404),
    ],
)
def test_a_problem_says_what_it_is(client: TestClient, path: str, status: int) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == status
    problem = answer.json()
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]


def test_feeds_tell_who_moved(staffed: TestClient, served_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    served.add(served_desk, served.MORE, tmp_path_factory.mktemp("more"))
    served.login(staffed)
    story = next(s for s in served_desk.stories() if "Kerch" in s.title)
    feed = staffed.get(f"/api/v1/stories/{story.id}/feed.json")
    assert feed.headers["content-type"] == "application/feed+json"
    items = json.loads(feed.content)["items"]
    assert items[0]["date_published"] >= items[-1]["date_published"]
    assert len({item["id"] for item in items}) == len(items)
    moved = [item for item in items if item["title"].startswith("Russia asserted, now denies")]
    assert len(moved) == 1
    assert staffed.get(moved[0]["url"]).status_code == 200
    atom = ElementTree.fromstring(staffed.get(f"/api/v1/stories/{story.id}/feed.atom").content)
    assert [entry.findtext(f"{ATOM}title") for entry in atom.iter(f"{ATOM}entry")] == [i["title"] for i in items]


def test_feeds_of_hostile_words_are_well_formed(client: TestClient, common_desk: Desk) -> None:
    for story in common_desk.stories():
        atom = ElementTree.fromstring(client.get(f"/api/v1/stories/{story.id}/feed.atom").content)
        assert atom.findtext(f"{ATOM}title")
        assert not list(atom.iter("script"))


def test_the_description_allows_what_is_answered_and_nothing_else(common_desk: Desk) -> None:
    app = application(common_desk, served.HOSTS, pace=(10_000.0, 10_000.0), clock=lambda: 0.0)
    here = {"host": "127.0.0.1"}
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=here)
    for result in schema.get_all_operations():
        operation: Any = result.ok()  # type: ignore[union-attr]  # a broken description fails here

        @given(case=operation.as_strategy())
        @settings(max_examples=3, deadline=None, database=None, derandomize=True, suppress_health_check=[*HealthCheck])
        def asked(case: Any) -> None:
            case.call_and_validate(headers=here, excluded_checks=BEYOND)

        asked()
