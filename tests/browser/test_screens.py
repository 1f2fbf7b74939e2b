"""`./run screens` finds every page that it takes a picture of."""

import pytest

from tests.browser import screens

pytestmark = [pytest.mark.once, pytest.mark.sweep]


def test_all_that_is_pictured_is_found_in_the_demo(chromium, tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSROOM_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("NEWSROOM_DEMO", "yes")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with screens.demo_site() as (site, password):
        window = chromium.new_page()
        found = screens.public_pages(window, site) | screens.editors_rooms(window, site, password)
        answers = {name: window.goto(address).status for name, address in found.items()}
        window.context.close()
    assert answers.pop("nothing") == 404
    assert set(answers.values()) == {200}, answers
