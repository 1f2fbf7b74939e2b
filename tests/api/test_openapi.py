"""The OpenAPI document: valid, complete, and kept by every answer."""

import json
import re

import pytest
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from articles.api.urls import urlpatterns
from tests.builders import go
from tests.public.addresses import addresses_of

NUMBER = re.compile(r"\{(\w+)\}")


@pytest.fixture(scope="module")
def described():
    return json.loads(json.dumps(SchemaGenerator().get_schema(request=None, public=True)))


@pytest.mark.once
def test_it_is_made_without_a_warning():
    with GENERATOR_STATS.silence():
        SchemaGenerator().get_schema(request=None, public=True)
    assert not GENERATOR_STATS


@pytest.mark.once
def test_it_is_valid(described):
    validate(described)


@pytest.mark.once
def test_it_tells_every_address_but_its_own(described):
    assert len(described["paths"]) == len(urlpatterns) - 1


@pytest.mark.once
def test_it_tells_every_filter_of_the_search(described):
    told = {each["name"] for each in described["paths"]["/api/articles/"]["get"]["parameters"]}
    assert told == set(
        "cursor issue kind order publication q reporter section since tag until year".split()
    )


def test_it_is_answered_in_one_language(client, db):
    english = client.get("/api/openapi.json", headers={"Accept-Language": "en"})
    assert english.content == client.get("/api/openapi.json").content
    assert english.json()["openapi"].startswith("3.")


def test_answers_have_the_shape_that_it_tells(described, client, cast, paper, unseen_issue):
    go(paper.last_of_first, "withdraw", cast.chen)
    shown = {}
    for pattern in urlpatterns:
        for address in addresses_of("api", pattern):
            answer = client.get(address)
            shape = shape_of(described, address, answer.status_code)
            if shape is not None:
                Draft202012Validator(shape).validate(answer.json())
                shown.setdefault(answer.status_code, []).append(pattern.name)
    assert {200, 404, 410} <= shown.keys()


def shape_of(described, address, status):
    """The JSON Schema of an answer; None of the document itself."""
    for path, methods in described["paths"].items():
        if re.fullmatch(NUMBER.sub("[^/]+?", path), address):
            content = methods["get"]["responses"][str(status)]["content"]["application/json"]
            return content["schema"] | {"components": plain(described["components"])}
    return None


def plain(shape):
    """Nullable in the words of JSON Schema, and nothing but what is told."""
    if isinstance(shape, list):
        return [plain(each) for each in shape]
    if not isinstance(shape, dict):
        return shape
    found = {name: plain(each) for name, each in shape.items() if name != "nullable"}
    if found.get("type") == "object" and "properties" in found:
        found["additionalProperties"] = False
    return {"anyOf": [found, {"type": "null"}]} if shape.get("nullable") is True else found
