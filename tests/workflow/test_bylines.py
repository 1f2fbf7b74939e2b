"""The byline desk: one person under two records, and apart again, every byline as printed."""

import pytest
from django.test import Client

from articles import workflow
from articles.bylines import namesakes, people
from articles.intake.plans import is_untouched
from articles.models import Article, Credit, Photo, Reporter, VersionCredit
from articles.refusals import Refused
from articles.workflow import snapshots
from articles.writing import editing
from tests.builders import bring, go, page_of, web_draft


@pytest.fixture
def wang(db):
    return Reporter.objects.create(name="王芳", unit="采访部")


@pytest.fixture
def other(db):
    return Reporter.objects.create(name="王 芳")


def credited(cast, publication, person, status="published"):
    article = web_draft(publication, cast.rui)
    with editing.revising(article, by=cast.rui, revision=article.revision) as held:
        Credit.objects.create(article=held, reporter=person, role="reporter", printed="记者 王 芳")
    article.refresh_from_db()
    return bring(article, status, cast)


def test_a_photo_s_credit_is_kept_whatever_its_length(cast, publication):
    article = web_draft(publication, cast.rui)
    with editing.revising(article, by=cast.rui, revision=article.revision) as held:
        photo = Photo.objects.create(article=held, caption="图为通车现场。")
        for number in range(8):
            person = Reporter.objects.create(name=f"拍{number}")
            line = f"本报记者 {person} " + "摄" * 150
            Credit.objects.create(photo=photo, reporter=person, role="photographer", printed=line)
    assert "拍7" in article.versions.last().photos.get().credit


def test_readers_find_one_person_under_both_records(cast, publication, wang, other):
    article = credited(cast, publication, other)
    namesakes.merge(other, into=wang, by=cast.de)
    answer = Client().get(other.get_absolute_url(), follow=True)
    assert answer.redirect_chain[0][0] == wang.get_absolute_url()
    assert article.headline in answer.content.decode()


def test_names_hashes_and_printed_wording_stay(cast, publication, wang, other):
    article = credited(cast, publication, other)
    namesakes.merge(other, into=wang, by=cast.de)
    assert VersionCredit.objects.get(version=article.live_version).name == "王 芳"
    assert Credit.objects.get(article=article).printed == "记者 王 芳"
    assert snapshots.is_current(Article.objects.get(pk=article.pk), article.live_version)


def test_undoing_leaves_all_as_it_was(cast, publication, wang, other):
    Reporter.objects.filter(pk=other.pk).update(user=cast.qing)
    before = list(Reporter.objects.order_by("pk").values())
    other.refresh_from_db()
    namesakes.merge(other, into=wang, by=cast.de)
    assert Reporter.objects.get(pk=wang.pk).user == cast.qing
    other.refresh_from_db()
    namesakes.part(other, by=cast.dan)
    assert list(Reporter.objects.order_by("pk").values()) == before


def test_undoing_takes_no_login_that_was_never_the_record_s(cast, wang, other):
    gone = Reporter.objects.create(name="王方")
    Reporter.objects.filter(pk=other.pk).update(user=cast.qing)
    namesakes.merge(other, into=gone, by=cast.de)
    gone.delete()
    other.refresh_from_db()
    Reporter.objects.filter(pk=wang.pk).update(user=cast.rui)
    namesakes.merge(other, into=wang, by=cast.de)
    other.refresh_from_db()
    namesakes.part(other, by=cast.dan)
    assert Reporter.objects.get(pk=wang.pk).user == cast.rui


def test_undoing_takes_no_login_that_came_later(client, cast, wang, other):
    Reporter.objects.filter(pk=other.pk).update(user=cast.qing)
    other.refresh_from_db()
    namesakes.merge(other, into=wang, by=cast.de)
    client.force_login(cast.root)
    fields = {"name": wang.name, "unit": wang.unit, "user": cast.rui.pk}
    rows = {"aliases-TOTAL_FORMS": 0, "aliases-INITIAL_FORMS": 0}
    client.post(f"/admin/articles/reporter/{wang.pk}/change/", fields | rows)
    assert Reporter.objects.get(pk=wang.pk).user == cast.rui
    other.refresh_from_db()
    namesakes.part(other, by=cast.dan)
    assert Reporter.objects.get(pk=wang.pk).user == cast.rui


def test_a_person_named_under_the_other_record_does_not_review(cast, publication, wang, other):
    Reporter.objects.filter(pk=wang.pk).update(user=cast.de)
    article = credited(cast, publication, other, "first_review")
    namesakes.merge(other, into=wang, by=cast.dan)
    with pytest.raises(Refused) as refused:
        go(article, "pass_first", cast.de)
    assert refused.value.refusal.rule == "separation"


def test_nobody_merges_or_parts_their_own_records(cast, wang, other):
    Reporter.objects.filter(pk=wang.pk).update(user=cast.de)
    wang.refresh_from_db()
    with pytest.raises(Refused):
        namesakes.merge(other, into=wang, by=cast.de)
    namesakes.merge(other, into=wang, by=cast.dan)
    other.refresh_from_db()
    with pytest.raises(Refused):
        namesakes.part(other, by=cast.de)


@pytest.mark.parametrize("name", ["rui", "pei", "ao", "root"])
def test_only_editors_merge(name, cast, wang, other):
    with pytest.raises(Refused):
        namesakes.merge(other, into=wang, by=getattr(cast, name))


def test_two_logins_are_two_people_and_no_record_is_merged_twice(cast, wang, other):
    third = Reporter.objects.create(name="王芳", user=cast.rui)
    Reporter.objects.filter(pk=wang.pk).update(user=cast.qing)
    for person, into in ((third, wang), (wang, wang)):
        with pytest.raises(Refused):
            namesakes.merge(person, into=into, by=cast.de)
    namesakes.merge(other, into=wang, by=cast.de)
    for person, into in ((other, third), (third, other), (wang, third)):
        with pytest.raises(Refused):
            namesakes.merge(person, into=into, by=cast.de)


def test_who_parts_a_record_that_a_colleague_put_elsewhere_takes_no_login(cast, wang, other):
    Reporter.objects.filter(pk=other.pk).update(user=cast.rui)
    namesakes.merge(other, into=wang, by=cast.de)
    seen, third = Reporter.objects.get(pk=other.pk), Reporter.objects.create(name="王方")
    namesakes.part(Reporter.objects.get(pk=other.pk), by=cast.dan)
    namesakes.merge(other, into=third, by=cast.dan)
    Reporter.objects.filter(pk=wang.pk).update(user=cast.qing)
    with pytest.raises(Refused, match="合并或拆分"):
        namesakes.part(seen, by=cast.de)
    assert Reporter.objects.get(pk=wang.pk).user == cast.qing
    assert Reporter.objects.get(pk=other.pk).merged_into == third


def test_a_record_that_a_colleague_deletes_meanwhile_is_merged_into_nothing(cast, wang, other):
    Reporter.objects.filter(pk=wang.pk).delete()
    with pytest.raises(Reporter.DoesNotExist):
        namesakes.merge(other, into=wang, by=cast.de)


def test_same_names_stay_apart_until_somebody_merges_them(cast, publication, wang):
    namesake = Reporter.objects.create(name="王芳", unit="红石小学")
    article = credited(cast, publication, namesake)
    assert Client().get(wang.get_absolute_url()).status_code == 404
    assert article.headline in Client().get(namesake.get_absolute_url()).content.decode()


def test_the_desk_shows_namesakes_merges_and_undoes(client, cast, wang, other):
    namesake = Reporter.objects.create(name="王芳", unit="红石小学")
    client.force_login(cast.de)
    here = f"/admin/articles/reporter/{wang.pk}/merge/"
    assert here in client.get(f"/admin/articles/reporter/{wang.pk}/change/").content.decode()
    assert [person.pk for person in client.get(here).context["candidates"]] == [namesake.pk]
    found = client.get(here, {"q": "王 芳"}).context["candidates"]
    assert [person.pk for person in found] == [other.pk]
    client.post(here, {"into": namesake.pk})
    wang.refresh_from_db()
    assert wang.merged_into == namesake
    client.post(here, {"part": "1"})
    wang.refresh_from_db()
    assert wang.merged_into is None


def test_the_list_of_a_person_s_articles_holds_those_of_both_records(
    client, cast, publication, wang, other
):
    credited(cast, publication, other)
    namesakes.merge(other, into=wang, by=cast.de)
    client.force_login(cast.de)
    found = client.get("/admin/articles/article/", {"person": wang.pk}).context["cl"].result_count
    assert found == 1


def test_a_merged_record_is_offered_to_no_new_login(cast, wang, other):
    namesakes.merge(other, into=wang, by=cast.de)
    assert list(people.without_login("王 芳")) == []
    assert list(people.without_login("王芳")) == [wang]


def printed(cast, issue, person):
    """A printed article with a byline, imported by de."""
    article = Article(
        publication=issue.publication,
        page=page_of(issue),
        origin="print",
        headline="桥",
        body="文。",
    )
    workflow.admit([article], "import", by=cast.de)
    Credit.objects.create(article=article, reporter=person, role="reporter")
    workflow.attest([article], "import", by=cast.de)
    article.import_sha256 = article.versions.get().sha256
    article.save(update_fields=["import_sha256"])
    return article


def named_instead(article, person, by):
    with editing.revising(article, by=by, revision=article.revision) as held:
        held.credits.update(reporter=person)
    article.refresh_from_db()


def test_a_namesake_put_in_one_s_own_place_is_a_hand_in_the_text(cast, issue, wang):
    mine = Reporter.objects.create(name="王芳", user=cast.dan)
    article = printed(cast, issue, mine)
    named_instead(article, wang, cast.dan)
    with pytest.raises(Refused) as refused:
        go(article, "verify", cast.dan)
    assert refused.value.refusal.rule == "separation"


def test_readers_find_the_namesake_whom_an_editor_named(cast, issue, wang):
    namesake = Reporter.objects.create(name="王芳", unit="红石小学")
    article = printed(cast, issue, wang)
    named_instead(article, namesake, cast.sun)
    bring(article, "published", cast)
    assert Client().get(wang.get_absolute_url()).status_code == 404
    assert article.headline in Client().get(namesake.get_absolute_url()).content.decode()


def test_an_import_does_not_undo_which_namesake_an_editor_named(cast, issue, wang):
    namesake = Reporter.objects.create(name="王芳", unit="红石小学")
    article = printed(cast, issue, wang)
    assert is_untouched(Article.objects.with_latest_sha256().get())
    named_instead(article, namesake, cast.sun)
    assert not is_untouched(Article.objects.with_latest_sha256().get())


def test_a_merged_person_of_whom_nothing_is_out_leads_nowhere(cast, publication, wang, other):
    credited(cast, publication, other, "approved")
    namesakes.merge(other, into=wang, by=cast.de)
    assert Client().get(other.get_absolute_url()).status_code == 404
