"""Filling an empty site with the demo: through the importer and the workflow, not round them."""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.db import transaction

from articles.demo import assignments, drafts, editing, logins
from articles.demo.pictures import draw
from articles.demo.scenario import read_scenario
from articles.images import faces
from articles.images.pictures import read_picture
from articles.intake import importing, joining, receiving
from articles.models import Publication, Section, Tag


def seed(report):
    """Make what is missing and return the logins' password; `report` is told of each step.

    The pages of an issue are made all or none, and never a second time: what people do with
    them afterwards stays as they did it.
    """
    scenario = read_scenario()
    password = logins.ensure_logins()
    publication = _publication(scenario)
    missing = {
        issue: [page for page in issue.pages if not _is_there(publication, issue, page)]
        for issue in scenario.issues
    }
    if any(missing.values()):
        pages = [page for pages in missing.values() for page in pages]
        report(f"{publication}: {len(pages)} …")
        drawn = _draw(sorted({photo.picture for page in pages for photo in page.photos}))
        for issue, printed in missing.items():
            with transaction.atomic():
                made = _make(publication, issue, printed, scenario, drawn)
            for page in made:
                if page.source_file_id is not None:
                    # The worker would too, but whoever tries the demo looks at it first.
                    faces.draw(page)
                report(f"{page}: {page.articles.wholes().count()}")
    logins.introduce_reporters()
    drafts.ensure_drafts(publication, _draw)
    assignments.ensure_assignments(publication)
    return password


def _publication(scenario):
    fields = dict(scenario.publication)
    publication, _new = Publication.objects.get_or_create(slug=fields.pop("slug"), defaults=fields)
    for name in scenario.sections:
        Section.objects.get_or_create(publication=publication, name=name)
    for name in scenario.tags:
        Tag.objects.get_or_create(name=name)
    return publication


def _is_there(publication, issue, printed):
    pages = publication.issues.filter(date=issue.date, pages__label=printed.label)
    return pages.filter(pages__imported_at__isnull=False).exists()


def _make(publication, issue, pages, scenario, drawn):
    """Import an issue's pages, join what runs on, and take all but the last page to the readers."""
    editor = User.objects.get(username="editor")
    stored = receiving.issue_for(publication, issue.date)
    if stored.number is None:
        stored.number = issue.number
        stored.save(update_fields=["number"])
    plans = [_import(stored, printed, editor) for printed in pages]
    joining.join_issue(stored, by=editor)
    for plan, printed in zip(plans, pages, strict=True):
        editing.illustrate(plan, printed, drawn)
        if printed is scenario.issues[-1].pages[-1]:
            continue  # left on the editors' table, for whoever tries the demo
        ready = editing.correct(plan, printed, editor)
        for article in ready:
            editing.file_under(article, section=printed.name, keywords=scenario.tags, by=editor)
        editing.publish(ready)
    return [plan.page for plan in plans]


def _import(issue, printed, editor):
    page = receiving.receive_file(
        issue,
        file=ContentFile(printed.data),
        file_name=printed.file,
        label=printed.label,
        name=printed.name,
        by=editor,
    )
    editing.set_the_masthead_aside(page, by=editor)
    plan = importing.plan_import(page)
    importing.apply_import(plan, by=editor)
    return plan


def _draw(scenes):
    """{scene: Picture}, drawn side by side on as many processors as there are."""
    # A fresh process each: a copy of this one would share its database connection.
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        drawings = list(pool.map(draw, scenes))
    return {scene: read_picture(data) for scene, data in zip(scenes, drawings, strict=True)}
