"""The ledgers and the list before submitting, on a phone and on a desk."""

from django.urls import reverse

from articles.models import Reporter
from articles.texts.body import length_of, tidy
from tests.browser.test_desk import PHONE, violations
from tests.builders import bring
from tests.desk.conftest import as_, write

# What comes along unseen, what joins, marks that mark nothing, a mark before a sign like it.
PASTED = ["软\u00ad连\u200b字\ufeff", "家\u200d庭\u200c之\xa0间", "###\n#\n> \n正文", "## #题"]


class Writer:
    def __init__(self, user):
        self.user, self.client = user, as_(user)


def test_a_reporter_and_a_section_head_read_their_ledgers(visit, cast, publication):
    Reporter.objects.create(name="芮文", user=cast.rui)
    bring(write(Writer(cast.rui), publication), "published", cast)
    window = visit(cast.rui, reverse("desk:home"), **PHONE)
    window.click(f"a[href='{reverse('desk:ledger')}']")
    window.wait_for_selector(".account")
    assert violations(window) == []
    assert window.evaluate("document.documentElement.scrollWidth") <= 390
    window = visit(cast.sun, reverse("admin:index"))
    window.click(f"a[href='{reverse('admin:ledger')}']")
    window.wait_for_selector(".ledger-scroll td")
    assert violations(window) == []


def test_the_list_before_submitting_leads_to_what_is_lacking(visit, cast, publication):
    Reporter.objects.create(name="芮文", user=cast.rui)
    article = write(Writer(cast.rui), publication, body="", planned_length=800)
    window = visit(cast.rui, reverse("desk:piece", args=[article.number]), **PHONE)
    assert violations(window) == []
    window.locator(".checklist__item--missing a").focus()
    window.keyboard.press("Enter")
    window.wait_for_selector("[data-count]:has-text('0 / 800')")
    window.locator("[name=body]").fill("## 小标题\n正　文。")
    window.wait_for_selector("[data-count]:has-text('6 / 800')")
    for pasted in PASTED:
        window.locator("[name=body]").fill(pasted)
        window.wait_for_selector(f"[data-count]:has-text('{length_of(tidy(pasted))} / 800')")
    assert violations(window) == []
