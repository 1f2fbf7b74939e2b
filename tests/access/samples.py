"""Real records for the arguments of every address."""

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType

from articles.epaper import reporting
from articles.models import (
    Article,
    Duty,
    Event,
    HouseTerm,
    ImportBatch,
    OldAddress,
    PageDoubt,
    Photo,
    PrintTask,
    ProofMark,
    ReviewComment,
    Section,
    Suggestion,
    Tag,
)
from articles.workflow import correcting
from articles.writing import assigning
from tests.builders import page_of, print_article, web_article, web_draft
from tests.public.furnished import furnish
from tests.workflow.test_corrections import WORDS

DIGEST = "0" * 64
ADMINS = ("change", "delete", "history")
PAGES = "face labels labels_again pdf sample slip slip_pdf".split()


def make(cast, publication, issue):
    """{argument: value}, and {URL name: {argument: value}} where a name has values of its own.

    The article is rui's draft; readers' article came from a printed page.
    """
    page = page_of(issue)
    printed = print_article(cast, page, "published")
    draft = web_draft(publication, cast.rui)
    furnish(draft, "草稿")
    common = {
        "publication": publication.slug,
        "date": issue.date,
        "label": page.label,
        "number": draft.number,
        "article": draft.pk,
        "page": page.pk,
        "pk": draft.pk,
        "slug": Tag.objects.first().slug,
        "sha256": Photo.objects.first().image_sha256,
        "face": DIGEST,
        "width": 480,
        "app_label": "articles",
        "action": "publish",
        "id": cast.rui.pk,
        "content_type_id": ContentType.objects.get_for_model(Article).pk,
        "object_id": printed.pk,
        "kind": "atom",
        "public:article": {"number": printed.number},
        "api:article": {"number": printed.number},
        "api:article_ninjs": {"number": printed.number},
        "public:sitemap_part": {"year": printed.published_at.year, "number": 1},
        "public:iiif_year": {"year": issue.date.year},
        "public:stylesheets": {"names": "tokens", "digest": DIGEST[:12]},
        "place": 1,
    }
    found = _of_articles(cast, publication, draft, printed) | _of_models(cast, draft, page)
    return common | found | _of_assignments(cast, publication)


def _of_assignments(cast, publication):
    made = assigning.propose({"publication": publication, "title": "通车以后"}, by=cast.rui)
    assigning.take(made, "assign", by=cast.shen)
    views = ("change", "delete", "history")
    return {
        **{f"admin:articles_assignment_{view}": {"object_id": made.pk} for view in views},
        "admin:articles_assignment_step": {"pk": made.pk, "action": "drop"},
        "desk:assignment": {"pk": made.pk},
        "desk:step": {"pk": made.pk, "action": "accept"},
    }


def _of_articles(cast, publication, draft, printed):
    live = web_article(cast, publication, "published")
    correction = correcting.open_correction(live, by=cast.dan, **WORDS)
    suggestion = Suggestion.objects.create(article=draft, kind="tag", text="大桥")
    doubt = PageDoubt.objects.create(
        page=printed.page, article=printed, kind="x", line=1, message="x"
    )
    report = reporting.report(printed, passage="", words="有一处错字。", address="192.0.2.7")
    task = PrintTask.objects.create(correction=correction, due=printed.page.issue.date)
    keys = {"articles_errorreport": report.pk, "articles_printtask": task.pk}
    return {
        f"admin:{model}_{view}": {"object_id": key}
        for model, key in keys.items()
        for view in ADMINS
    } | {
        "public:report": {"number": printed.number},
        "public:reported": {"token": report.token},
        "admin:articles_article_correct": {"pk": live.pk},
        "admin:articles_article_correction": {"pk": live.pk, "correction": correction.pk},
        "admin:articles_article_move": {"pk": live.pk, "action": "withdraw"},
        "admin:articles_article_suggestion": {"pk": suggestion.pk},
        "admin:articles_article_doubt": {"article": printed.pk, "pk": doubt.pk},
        "admin:articles_page_doubt": {"pk": doubt.pk},
    }


def _of_models(cast, draft, page):
    publication, photo = draft.publication, Photo.objects.first()
    person = draft.credits.first().reporter_id
    batch = {"publication": publication, "date": page.issue.date, "made_by": cast.de}
    keys = {
        "articles_article": draft.pk,
        "articles_duty": _duty(cast, page.issue.date).pk,
        "articles_event": Event.objects.first().pk,
        "articles_houseterm": HouseTerm.objects.create(wrong="桥通", right="大桥通").pk,
        "articles_importbatch": ImportBatch.objects.create(**batch).pk,
        "articles_issue": page.issue_id,
        "articles_oldaddress": OldAddress.objects.create(path="/old.htm", article=draft).pk,
        "articles_page": page.pk,
        "articles_photo": photo.pk,
        "articles_proofmark": _proof_mark(cast, draft).pk,
        "articles_publication": publication.pk,
        "articles_reporter": person,
        "articles_section": Section.objects.create(publication=publication, name="要闻").pk,
        "articles_tag": Tag.objects.first().pk,
        "articles_version": draft.versions.first().pk,
        "auth_user": cast.rui.pk,
        "auth_group": Group.objects.first().pk,
        "django_tasks_database_dbtaskresult": DIGEST[:32],
    }
    found = {
        f"admin:{model}_{view}": {"object_id": key}
        for model, key in keys.items()
        for view in ADMINS
    }
    found |= {f"admin:articles_page_{view}": {"pk": page.pk} for view in PAGES}
    of_photo = ("admin:articles_photo_picture", "desk:picture_file")
    found |= {name: {"pk": photo.pk} for name in of_photo}
    found["desk:answer"] = {"pk": _comment(cast, draft).pk}
    of_issue = ("admin:articles_issue_export", "admin:articles_issue_joins")
    found |= {name: {"pk": page.issue_id} for name in of_issue}
    found["public:reporter"] = found["admin:articles_reporter_merge"] = {"pk": person}
    found["public:feed_person"] = found["api:person"] = {"pk": person}
    found["public:feed_section"] = {"pk": keys["articles_section"]}
    return found


def _duty(cast, day):
    return Duty.objects.create(
        user=cast.rui, role="proofreader", first=day, last=day, granted_by=cast.chen
    )


def _comment(cast, draft):
    place = {"article": draft, "version": draft.versions.first(), "part": "body", "paragraph": 0}
    return ReviewComment.objects.create(**place, text="请核实。", by=cast.pei)


def _proof_mark(cast, draft):
    place = {"article": draft, "version": draft.versions.first(), "part": "body", "paragraph": 0}
    return ProofMark.objects.create(**place, start=0, stop=1, text="十", kind="fact", by=cast.pei)
