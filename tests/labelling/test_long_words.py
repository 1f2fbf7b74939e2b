"""What is typed at the label desk is written to every line: it has a limit, whoever sends it."""

import json

from django.test import Client

from articles.labelling import relabelling
from articles.models import ParseRun
from tests.builders import page_of
from tests.importing.pages import TWO_STORIES


def test_long_words_are_cut_before_they_are_written_to_every_line(cast, issue):
    page = page_of(issue, source=TWO_STORIES)
    desk, address = Client(), f"/admin/articles/page/{page.pk}/labels/"
    desk.force_login(cast.de)
    labels = relabelling.present_record(page).labels
    lines = [f"{label.line}.{label.segment}.{'x' * 50_000}" for label in labels]
    desk.post(address, {"op": "ignore", "line": lines, "reason": "误" * 100_000})
    run = ParseRun.objects.latest("pk")
    assert run.operation["name"] == "ignore"
    assert len(json.dumps([run.labels, run.operation])) < 50_000
