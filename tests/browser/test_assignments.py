"""选题 by keyboard: assigned on the board, accepted and begun on a phone."""

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, Reporter
from articles.writing import assigning
from tests.browser.test_desk import PHONE, tab_to, violations


def test_from_a_proposal_to_the_first_line(visit, cast, publication):
    Reporter.objects.create(name="芮文", user=cast.rui)
    fields = {"publication": publication, "title": "老水车又转了"}
    made = assigning.propose(fields, by=cast.rui)
    window = visit(cast.sun, reverse("admin:articles_assignment_board"))
    assert violations(window) == []
    tab_to(window, ".board-step summary")
    window.keyboard.press("Enter")
    tab_to(window, ".board-step select")
    window.keyboard.type("rui")
    assert violations(window) == []
    tab_to(window, ".board-step button")
    window.keyboard.press("Enter")
    window.wait_for_selector("#column-assigned ~ ul .board-card")

    window = visit(cast.rui, reverse("desk:assignments"), **PHONE)
    assert violations(window) == []
    tab_to(window, f"a[href='{reverse('desk:assignment', args=[made.pk])}']")
    window.keyboard.press("Enter")
    accept = window.get_by_role("button", name=_("Accept"), exact=True)
    accept.focus()
    window.keyboard.press("Enter")
    window.wait_for_selector(".state--accepted")
    assert violations(window) == []
    assert window.evaluate("document.documentElement.scrollWidth") <= 390
    window.get_by_role("button", name=_("Write this")).focus()
    window.keyboard.press("Enter")
    window.wait_for_selector("[name=headline]")
    assert window.locator("[name=headline]").input_value() == "老水车又转了"
    assert Article.objects.get().assignment == made
