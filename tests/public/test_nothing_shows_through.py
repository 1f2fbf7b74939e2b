"""What is not published changes nothing of what is, and what stops being public is gone at once."""

import pytest

from articles.models import Article, Issue, Reporter, Tag
from tests.builders import behind_the_rules
from tests.public import furnished
from tests.public.addresses import all_addresses
from tests.public.conftest import text_of
from tests.public.furnished import LATER, on_page
from tests.public.test_secrecy import HIDDEN, SECRET


def test_a_shared_person_and_tag_show_only_what_is_live(cast, page, live, client):
    live("共用")
    on_page(cast, page, "approved", "共用", headline=SECRET)
    for address in (
        Reporter.objects.get().get_absolute_url(),
        Tag.objects.get().get_absolute_url(),
    ):
        answer = client.get(address)
        assert len(answer.context["listing"].lines) == 1
        assert SECRET not in answer.content.decode()


def test_a_working_copy_that_goes_on_changing_stays_inside(live, read):
    article = live()
    changed = furnished.words(SECRET) | {"public_notice": SECRET}
    Article.objects.filter(pk=article.pk).update(**changed)
    article.photos.update(caption=SECRET, alt=SECRET)
    article.credits.update(printed=SECRET)
    assert [address for address in all_addresses() if SECRET in read(address)[1]] == []


@pytest.mark.parametrize("status", sorted(HIDDEN["print"]))
def test_it_changes_not_a_byte_of_what_is_public(cast, page, live, client, read, status):
    article = live("共用")
    # A form has a token of its own each time.
    steady = [address for address in all_addresses() if not address.endswith("/report/")]
    if status == "retracted":
        # The log of corrections tells of it.
        steady.remove("/yanxi/corrections/")
    before = {address: read(address) for address in steady}
    tag = client.get(article.get_absolute_url())["ETag"]
    on_page(cast, page, status, "共用", headline=SECRET)
    assert {address: read(address) for address in before} == before
    # What readers had for a moment has rightly made every page a new one.
    was_out = status in {"withdrawn", "retracted", *LATER}
    assert (client.get(article.get_absolute_url())["ETag"] != tag) == was_out


def test_it_changes_no_page_that_is_kept(cast, page, live, client, cached):
    live("共用")
    steady = [address for address in all_addresses() if not address.endswith("/report/")]

    def walk():
        return {each: (text_of(answer := client.get(each)), answer.headers) for each in steady}

    walk()
    before = walk()
    for status in sorted(HIDDEN["print"] - {"withdrawn", "retracted", *LATER}):
        on_page(cast, page, status, "共用", headline=SECRET)
    client.force_login(cast.rui)
    walk()
    client.logout()
    assert walk() == before


def test_what_is_withdrawn_is_gone_at_once(cast, live, client):
    article = live()
    address = article.get_absolute_url()
    tag = client.get(address)["ETag"]
    behind_the_rules(pk=article.pk).update(status="withdrawn", live_version=None)
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 410
    assert client.get("/yanxi/latest/").status_code == 404
    assert not Issue.objects.public().exists()
