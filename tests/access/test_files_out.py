"""CSV files out of every door: no cell is a formula, whatever was written into the record."""

import csv
import io

import pytest
from django.test import Client
from django.utils import timezone

from articles.bylines import people
from articles.models import HouseTerm
from articles.texts.spreadsheets import cell, plain
from articles.writing.drafting import create_draft
from tests.access.addresses import places
from tests.access.samples import make
from tests.builders import BODY, bring

SIGNS = ["=", "+", "-", "@", "\t=", "\r=", "＝", "＋", "－", "＠"]


@pytest.mark.parametrize("sign", [*SIGNS, "\n="])
def test_what_begins_a_formula_is_written_as_text_and_read_back(sign):
    text = f"{sign}1+1"
    assert cell(text) == f"'{text}"
    assert plain(cell(text)) == text


def test_no_cell_of_any_file_is_a_formula(cast, publication, issue):
    samples = make(cast, publication, issue)
    people.introduce(cast.rui, name="=王芳", unit="@社")
    for sign in SIGNS:
        words = {"headline": f"{sign.strip()}1+1", "body": BODY}
        made = create_draft(publication=publication, fields=words, credits={}, by=cast.rui)
        bring(made, "published", cast)
        HouseTerm.objects.create(wrong=f"{sign}2+2", right=f"{sign}3", source=f"{sign}4")
    publication.name = "=砚溪日报"
    publication.save()
    year = timezone.localdate().year
    asked = {"format": "csv", "first": f"{year}-01-01", "last": f"{year}-12-31", "year": year}
    files = {}
    for name, groups in {"rui": [""], "chen": ["page", "issue", "month", "person"]}.items():
        client = Client()
        client.force_login(getattr(cast, name))
        for place in places():
            if any(word in place.name for word in ("csv", "export", "report")):
                for group in groups:
                    answer = client.get(place.address(samples), asked | {"group": group})
                    if answer.headers.get("Content-Type", "").startswith("text/csv"):
                        files[place.name, name, group] = answer.content.decode("utf-8-sig")
    assert {key[0] for key in files} >= {
        "desk:ledger_csv",
        "admin:ledger_csv",
        "admin:articles_houseterm_export",
        "admin:articles_proofmark_report",
    }
    assert any("1+1" in text for text in files.values())
    for key, text in files.items():
        cells = [each for row in csv.reader(io.StringIO(text, newline="")) for each in row]
        assert [each for each in cells if each.startswith(tuple(SIGNS))] == [], key
