"""What the demo holds once it is made, and that nothing is made twice."""

from django.contrib.auth.models import User
from django.core.management import call_command

from articles.demo import drafts
from articles.models import Article, Event, Issue, PageDoubt, Photo, Publication, Reporter, Version
from articles.roles import roles_of
from articles.writing import autosaving


def counts():
    models = (User, Publication, Issue, Article, Version, Event, Photo, Reporter, PageDoubt)
    return [model.objects.count() for model in models]


def test_the_paper_comes_out_each_friday_with_four_pages(seeded):
    paper = Publication.objects.get()
    assert (paper.publishing_days, paper.usual_pages) == ("5", 4)


def test_every_published_article_was_signed_by_three_people(seeded):
    for article in Article.objects.published():
        signed = article.events.filter(action__in=["import", "verify", "sign_off"])
        assert len({event.actor_id for event in signed}) == 3, article


def test_the_missing_headline_was_typed_and_the_decision_written_down(seeded):
    doubts = PageDoubt.objects.filter(kind="headline_missing", article__status="published")
    assert doubts.exists()
    assert all(doubt.resolution and doubt.article.headline for doubt in doubts)


def test_pictures_belong_to_the_articles_that_tell_of_them(seeded):
    article = Article.objects.get(headline="白鹭湖迎来首批越冬候鸟")
    (photo,) = article.live_version.photos.all()
    assert "小天鹅" in photo.caption
    assert photo.width == 1600


def test_the_desk_shows_words_not_saved_picture_rights_and_a_comment(seeded, client):
    client.force_login(User.objects.get(username="reporter"))
    (held,) = autosaving.all_of(User.objects.get(username="reporter"))
    page = client.get(f"/desk/{held.article.number}/edit/").content.decode()
    assert drafts.TYPED_ON in page
    photo = Photo.objects.get(article__headline__startswith="北渡桥头")
    assert (photo.rights, photo.credits.get().reporter.user.username) == ("own", "reporter")
    client.force_login(User.objects.get(username="reporter2"))
    returned = Article.objects.get(status="returned")
    assert drafts.COMMENT in client.get(f"/desk/{returned.number}/").content.decode()


def test_a_second_run_changes_nothing(seeded):
    before = counts()
    call_command("seed_demo")
    assert counts() == before


def test_what_people_did_with_the_demo_stays(seeded):
    Article.objects.filter(status="draft").delete()
    before = counts()
    call_command("seed_demo")
    assert counts() == before


def test_each_login_has_its_one_role_and_the_administrator_none(seeded):
    roles = {user.username: len(roles_of(user)) for user in User.objects.all()}
    assert roles.pop("admin") == 0
    assert set(roles.values()) == {1}


def test_the_password_printed_opens_the_logins(seeded, client, capsys):
    call_command("seed_demo")
    password = capsys.readouterr().out.splitlines()[0].split()[-1].strip("）：")
    assert client.login(username="editor", password=password)
