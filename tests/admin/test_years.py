"""Days that are planned for lie in years that somebody means, in the rooms and at the desk."""

import pytest
from django.urls import reverse

from articles.models import Assignment, Duty, Holiday
from tests.admin.test_assignments import form
from tests.desk.conftest import as_

SLIPS = ("0001", "0206", "9999")


@pytest.mark.parametrize("year", SLIPS)
def test_a_slip_in_the_year_of_a_duty_is_told_beside_it(enter, cast, year):
    days = {"first": f"{year}-11-20", "last": f"{year}-11-21"}
    sent = {"user": cast.dan.pk, "role": "chief_editor", **days}
    page = enter("chen").post("/admin/articles/duty/add/", sent)
    errors = page.context["adminform"].form.errors
    assert all(year in errors[name][0] for name in days)
    assert not Duty.objects.exists()


@pytest.mark.parametrize("year", SLIPS)
def test_one_of_days_without_an_issue_is_too(enter, publication, year):
    counts = {"sections-TOTAL_FORMS": 0, "sections-INITIAL_FORMS": 0}
    counts |= {"holidays-TOTAL_FORMS": 1, "holidays-INITIAL_FORMS": 0, "holidays-0-name": "春节"}
    days = {"holidays-0-first": "2026-02-17", "holidays-0-last": f"{year}-02-20"}
    sent = {"name": "砚溪日报", "time_zone": "Asia/Shanghai", **counts, **days}
    page = enter("chen").post(f"/admin/articles/publication/{publication.pk}/change/", sent)
    assert f"年份 {year} 恐怕有误" in page.content.decode()
    assert not Holiday.objects.exists()


@pytest.mark.parametrize("year", SLIPS)
def test_one_of_an_assignment_is_in_the_rooms_and_at_the_desk(enter, cast, publication, year):
    sent = form(publication, planned_for=f"{year}-12-04")
    page = enter("sun").post("/admin/articles/assignment/add/", sent)
    assert year in page.context["adminform"].form.errors["planned_for"][0]
    sent["due"] = f"{year}-12-03T18:00"
    errors = as_(cast.rui).post(reverse("desk:propose"), sent).context["form"].errors
    assert all(year in errors[name][0] for name in ("planned_for", "due"))
    assert not Assignment.objects.exists()
