"""The main job, walked by the people who do it: from the printed page's text to the reader."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.utils.translation import gettext as _
from playwright.sync_api import expect

from articles.models import Article, Page, Status
from articles.roles import Role
from tests.source import ROOT

TEXT = (ROOT / "articles" / "demo" / "pages" / "2026-11-13_01.txt").read_text(encoding="utf-8")
HEADLINE = "检查员补上的标题"


@pytest.fixture
def du(cast):
    """A third desk editor: who imports or mends a text may not verify it."""
    user = User.objects.create_user("du", password=None, is_staff=True)
    user.groups.add(Group.objects.get(name=Role.DESK_EDITOR))
    return user


def test_from_the_printed_page_to_the_reader(visit, cast, du, publication):
    desk = visit(cast.de, "/admin/")
    take_in_a_page(desk)
    preview_and_import(desk)
    assert set(Article.objects.values_list("status", flat=True)) == {Status.IMPORTED}

    mending = visit(cast.dan, "/admin/articles/article/")
    article = mend_the_headline(mending)
    settle_doubts(mending, article)
    expect(mending.get_by_role("button", name=_("Verify"))).to_be_disabled()

    make_move(visit(du, address_of(article)), _("Verify"))
    chief = visit(cast.chen, address_of(article))
    make_move(chief, _("Sign off"), opinion="内容核实，同意发表。")
    reader = visit(None, "/")
    expect(reader.get_by_text(HEADLINE)).to_have_count(0)
    make_move(chief, _("Publish"))

    read_it(reader, article)


def take_in_a_page(window):
    window.goto("/admin/articles/page/add/")
    window.get_by_label(_("date of the paper")).fill("2026-11-13")
    window.get_by_label(_("page label")).fill("01")
    window.get_by_label(_("page name")).fill("要闻")
    window.get_by_label(_("text of the page")).fill(TEXT)
    window.get_by_role("button", name=_("Take in")).click()
    expect(window.get_by_text("UTF-8").first).to_be_visible()
    assert Page.objects.get().text == TEXT


def preview_and_import(window):
    expect(window.get_by_role("heading", name=_("No headline in the text"))).to_be_visible()
    assert not Article.objects.exists()
    import_button = _("Import (articles: %(new_articles)s, photos: %(new_photos)s)").partition("%")[
        0
    ]
    window.get_by_role("button", name=re.compile(re.escape(import_button))).click()
    expect(window.get_by_role("link", name=_("(no headline)"))).to_be_visible()


def mend_the_headline(window):
    window.get_by_role("link", name=_("(no headline)")).click()
    window.get_by_label(_("headline"), exact=False).first.fill(HEADLINE)
    window.get_by_role("button", name=_("Save"), exact=True).click()
    expect(window.get_by_role("link", name=HEADLINE, exact=True)).to_be_visible()
    return Article.objects.get(headline=HEADLINE)


def settle_doubts(window, article):
    """Those of the article, and lines of its page that belong to nothing."""
    for address in (address_of(article), f"/admin/articles/page/{article.page_id}/change/"):
        window.goto(address)
        doubts = window.get_by_role("region", name=_("Doubts"), exact=True)
        while (notes := doubts.get_by_label(_("What you decided"))).count():
            notes.first.fill("对照报样看过。")
            doubts.get_by_role("button", name=_("Decided")).first.click()
            expect(window.get_by_text(_("The decision is on record."))).to_be_visible()
    window.goto(address_of(article))


def make_move(window, name, opinion=""):
    window.get_by_role("link", name=name, exact=True).click()
    if opinion:
        window.locator("#id_opinion").fill(opinion)
    window.get_by_role("button", name=name, exact=True).click()
    done = _("%(move)s: done. The article is now “%(state)s”.").partition("%(state)s")[0]
    expect(window.get_by_text(done % {"move": name})).to_be_visible()


def address_of(article):
    return f"/admin/articles/article/{article.pk}/change/"


def read_it(reader, article):
    """From the front page over the printed page to the article."""
    reader.goto("/")
    expect(reader.get_by_text(HEADLINE).first).to_be_visible()
    reader.goto(article.page.get_absolute_url())
    reader.get_by_role("link", name=re.compile(HEADLINE)).first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    live = Article.objects.get(pk=article.pk).live_version
    expect(reader.get_by_text(live.paragraphs[0])).to_be_visible()


def test_a_reporter_writes_submits_and_sees_the_state(visit, cast, publication):
    desk = visit(cast.rui, "/desk/")
    desk.get_by_role("link", name=_("Write a new piece")).click()
    desk.get_by_label(_("Your name, as it is printed")).fill("芮宁")
    desk.get_by_role("button", name=_("Go on")).click()
    desk.get_by_label(_("headline"), exact=False).first.fill("老码头亮灯")
    desk.get_by_label(re.compile(f"^{_('text')}")).fill("昨晚七点，老码头的灯第一次全亮了。")
    desk.get_by_role("button", name=_("Save"), exact=True).click()
    desk.get_by_role("button", name=_("Submit for review"), exact=True).click()
    expect(desk.get_by_text(str(Status.FIRST_REVIEW.label)).first).to_be_visible()
    desk.goto("/desk/")
    expect(desk.get_by_role("link", name="老码头亮灯")).to_be_visible()
    assert Article.objects.get().status == Status.FIRST_REVIEW
