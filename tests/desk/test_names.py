"""The writer's own name, asked once, and names as people type them."""

import pytest
from django.urls import reverse

from articles.bylines.people import split_names
from articles.models import Reporter
from tests.desk.conftest import as_

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("张小溪、李文石", ["张小溪", "李文石"]),
        ("张小溪，李文石,王芳;赵山；钱一", ["张小溪", "李文石", "王芳", "赵山", "钱一"]),
        ("张小溪 李文石", ["张小溪", "李文石"]),
        ("王　芳", ["王芳"]),
        ("John Smith、王芳", ["John Smith", "王芳"]),
        (" 、、王芳、王芳 ", ["王芳"]),
        ("", []),
    ],
)
def test_names_as_typed(typed, names):
    assert split_names(typed) == names


def introduce(user, **data):
    return as_(user).post(reverse("desk:name"), data)


def test_who_has_no_byline_is_asked_before_writing(cast, publication):
    assert as_(cast.rui).get(reverse("desk:new")).url == reverse("desk:name")


def test_a_new_name_makes_a_new_person(cast):
    introduce(cast.rui, name="芮文")
    assert cast.rui.reporter.name == "芮文"


def test_a_known_name_is_never_taken_over_unasked(cast):
    known = Reporter.objects.create(name="芮文", unit="政教部")
    answer = introduce(cast.rui, name="芮文")
    known.refresh_from_db()
    assert known.user is None
    assert "芮文（政教部）" in answer.content.decode()


def test_a_known_person_is_taken_when_the_writer_says_so(cast):
    known = Reporter.objects.create(name="芮文")
    introduce(cast.rui, name="芮文", person=known.pk)
    known.refresh_from_db()
    assert known.user == cast.rui


def test_a_person_with_a_login_cannot_be_taken(cast):
    taken = Reporter.objects.create(name="芮文", user=cast.qing)
    introduce(cast.rui, name="芮文", person=taken.pk)
    taken.refresh_from_db()
    assert taken.user == cast.qing
    assert cast.rui.reporter != taken


def test_a_person_of_another_name_cannot_be_taken(cast):
    other = Reporter.objects.create(name="别人")
    Reporter.objects.create(name="芮文")
    introduce(cast.rui, name="芮文", person=other.pk)
    other.refresh_from_db()
    assert other.user is None


def test_a_namesake_writes_a_unit(cast):
    Reporter.objects.create(name="芮文")
    answer = introduce(cast.rui, name="芮文", person="new")
    assert "请填写单位" in answer.content.decode()
    introduce(cast.rui, name="芮文", person="new", unit="城关镇")
    assert str(cast.rui.reporter) == "芮文（城关镇）"


def test_the_name_is_asked_only_once(cast):
    introduce(cast.rui, name="芮文")
    introduce(cast.rui, name="另一个名字")
    assert list(Reporter.objects.filter(user=cast.rui).values_list("name", flat=True)) == ["芮文"]
