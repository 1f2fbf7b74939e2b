"""Labels and headings begin with a capital in English, those of our own forms as Django's do."""

import re

import pytest

from tests.builders import imported, page_of

LABELS = re.compile(r"<(?:label|legend|dt|th|h[1-3])\b[^<>]*>\s*([a-z][^<]*)")
ADDRESSES = (
    "/admin/articles/page/add/",
    "/admin/articles/importbatch/add/",
    "/admin/articles/photo/add/",
    "/admin/articles/duty/",
    "/admin/ledger/",
    "/admin/articles/article/{pk}/slip/",
    "/admin/articles/article/{pk}/review/",
    "/desk/name/",
    "/desk/assignments/propose/",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_labels_begin_with_a_capital_in_english(enter, cast, issue, address):
    article = imported(page_of(issue, "01"), cast.de)
    login = "rui" if address.startswith("/desk/") else "de"
    answer = enter(login).get(address.format(pk=article.pk), headers={"Accept-Language": "en"})
    if answer.status_code == 403:
        answer = enter("chen").get(address, headers={"Accept-Language": "en"})
    assert answer.status_code == 200
    assert LABELS.findall(answer.content.decode()) == []
