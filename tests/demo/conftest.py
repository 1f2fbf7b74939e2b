"""The demo, without its drawings: they take longer than all the rest and have no part in it."""

from dataclasses import replace

import pytest
from django.core.management import call_command
from django.test import override_settings

from articles.demo import seeding
from articles.demo.scenario import read_scenario
from articles.images.pictures import Picture


@pytest.fixture
def demo(settings, tmp_path, monkeypatch):
    settings.DEMO, settings.DATA_DIR = True, tmp_path
    monkeypatch.setattr(seeding, "_draw", undrawn)


@pytest.fixture
def seeded(_small_demo, demo, db, monkeypatch):
    monkeypatch.setattr(seeding, "read_scenario", small_scenario)


@pytest.fixture(scope="module")
def _small_demo(ground):
    with (
        ground.building(),
        override_settings(DEMO=True, DATA_DIR=ground.files),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(seeding, "_draw", undrawn)
        patch.setattr(seeding, "read_scenario", small_scenario)
        call_command("seed_demo")


def undrawn(scenes):
    return {scene: Picture(scene.encode(), 1600, 1067) for scene in scenes}


def small_scenario():
    """Two pages and the one left unchecked: as good as all eight, and sooner done."""
    whole = read_scenario()
    first, last = whole.issues
    issues = (replace(first, pages=first.pages[:1]), replace(last, pages=last.pages[::3]))
    return replace(whole, issues=issues)
