"""The form of a newspaper: its address must not hide a page of the site, nor be hidden by one."""

import pytest
from django.urls import reverse

from articles.models import Publication


def add(client, slug):
    inlines = {
        f"{name}-{end}": 0
        for name in ("sections", "holidays")
        for end in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    data = {"name": "渡口周报", "slug": slug, "time_zone": "Asia/Shanghai", **inlines}
    return client.post(reverse("admin:articles_publication_add"), data)


@pytest.mark.parametrize("slug", ["feeds", "search", "admin", "desk", "people", "tags", "styles"])
def test_a_paper_cannot_take_a_word_that_begins_other_addresses(client, cast, slug):
    client.force_login(cast.chen)
    answer = add(client, slug)
    assert "已是本站其他网址的开头" in answer.content.decode()
    assert not Publication.objects.exists()


def test_a_paper_takes_any_other_word(client, cast):
    client.force_login(cast.chen)
    assert add(client, "dukou").status_code == 302
    assert Publication.objects.get().slug == "dukou"
