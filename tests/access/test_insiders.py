"""What somebody within the house might try, whose hand is in a text or in the rights of others."""

from types import SimpleNamespace

import pytest
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.models import Group, Permission, User

from articles import workflow
from articles.intake import joining
from articles.models import Article, Credit, HouseTerm, Publication, Reporter, Section
from articles.refusals import Refused
from articles.review import commenting, waiving
from articles.roles import holds
from articles.texts.body import length_of, tidy
from articles.workflow import correcting
from articles.workflow.rules import edit_refusal
from articles.workflow.standing import standing_of
from articles.writing import editing
from tests.builders import bring, go, must_fix, page_of, web_article, web_draft
from tests.joining.conftest import take
from tests.joining.pages import BRIDGE, GROUND_ONE, GROUND_TWO, HARVEST

WORDS = {
    "wrong": "短",
    "right": "长",
    "note": "应为“长”。",
    "body": "十一月二十日，第一段。\n第二段写得很长。",
}


def corrected(article, *, writer, signer):
    held = correcting.open_correction(article, by=writer, kind="erratum", **WORDS)
    correcting.issue(held, by=signer, revision=1, opinion="已核对。")
    article.refresh_from_db()


@pytest.mark.parametrize(("writer", "signer"), [("shen", "chen"), ("dan", "shen")])
def test_who_wrote_or_signed_a_correction_is_no_third_person_to_an_emergency(
    writer, signer, cast, publication
):
    article = web_article(cast, publication, "first_review")
    go(article, "ask_emergency", cast.sun)
    go(article, "emergency_sign", cast.chen)
    go(article, "publish", cast.chen)
    corrected(article, writer=getattr(cast, writer), signer=getattr(cast, signer))
    with pytest.raises(Refused) as refused:
        go(article, "after_review", cast.shen)
    assert refused.value.refusal.rule == "separation"


def test_who_wrote_a_correction_does_not_sign_the_restored_text(cast, publication):
    article = web_article(cast, publication, "published")
    corrected(article, writer=cast.cui, signer=cast.shen)
    go(article, "withdraw", cast.chen)
    go(article, "restore", cast.sun)
    with pytest.raises(Refused) as refused:
        go(article, "sign_off", cast.cui)
    assert refused.value.refusal.rule == "separation"


def test_a_version_of_a_correction_is_made_by_its_writer(cast, publication):
    article = web_article(cast, publication, "published")
    corrected(article, writer=cast.dan, signer=cast.shen)
    assert article.live_version.made_by == cast.dan


@pytest.fixture
def named(cast, publication):
    """An article of rui's that names shen, a section head, as well, and an impossible day."""
    article = web_draft(publication, cast.rui, body="二月三十日，大桥通车。")
    person = Reporter.objects.create(name="沈科", user=cast.shen)
    with editing.revising(article, by=cast.rui, revision=article.revision) as held:
        Credit.objects.create(article=held, reporter=person, role="reporter")
    article.refresh_from_db()
    return article


def test_who_is_named_in_the_byline_waives_no_check_of_the_text(cast, named):
    (finding,) = standing_of(named, cast.shen).blocks
    with pytest.raises(Refused) as refused:
        waiving.waive(named, finding.key, by=cast.shen, reason="没有问题。")
    assert refused.value.refusal.rule == "separation"


def test_who_is_named_in_the_byline_settles_no_must_fix_of_others(cast, named):
    comment = must_fix(named, cast.pei)
    with pytest.raises(Refused) as refused:
        commenting.reply(comment, by=cast.shen, action="resolve")
    assert refused.value.refusal.rule == "settle"


def test_a_correction_brings_no_blocked_words_before_readers(cast, publication):
    article = web_article(cast, publication, "published")
    held = correcting.open_correction(
        article,
        by=cast.dan,
        kind="erratum",
        **WORDS | {"body": "二月三十日，第一段。\n第二段写得很长。"},
    )
    with pytest.raises(Refused) as refused:
        correcting.issue(held, by=cast.shen, revision=1, opinion="好。")
    assert refused.value.refusal.rule == "checks"


def test_who_imported_the_other_half_does_not_verify_the_whole(cast, issue):
    one = page_of(issue, label="01", source=BRIDGE + "\n" + GROUND_ONE)
    two = page_of(issue, label="02", source=GROUND_TWO + "\n" + HARVEST)
    take(one, cast.de)
    take(two, cast.dan)
    (planned,) = joining.plan_joins(issue).joins
    joining.apply_join(planned.first, planned.rest, by=cast.sun)
    whole = Article.objects.get(pk=planned.first.pk)
    assert standing_of(whole, cast.dan).hand_in_text(workflow.moves.MOVES["verify"])


def rename(client, person, name):
    aliases = {f"aliases-{count}": 0 for count in ("TOTAL_FORMS", "INITIAL_FORMS")}
    form = {"name": name, "unit": "", **aliases}
    client.post(f"/admin/articles/reporter/{person.pk}/change/", form)
    person.refresh_from_db()
    return person.name


@pytest.mark.parametrize("of", ["text", "photo"])
def test_nobody_stops_what_is_signed_by_renaming_a_byline(of, client, cast, publication):
    article = web_draft(publication, cast.rui)
    person = Reporter.objects.create(name="王芳")
    with editing.revising(article, by=cast.rui, revision=article.revision) as held:
        thing = {"article": held} if of == "text" else {"photo": held.photos.create(position=1)}
        Credit.objects.create(**thing, reporter=person, role="reporter")
    article.refresh_from_db()
    client.force_login(cast.de)
    assert rename(client, person, "王方") == "王方"
    bring(article, "approved", cast)
    assert rename(client, person, "王房") == "王方"
    go(article, "publish", cast.chen)
    assert article.status == "published"


def test_an_administrator_gives_a_group_of_their_own_no_rights(client, cast):
    group = Group.objects.create(name="机房")
    cast.root.groups.add(group)
    client.force_login(cast.root)
    right = Permission.objects.get(codename="publish_article")
    client.post(
        f"/admin/auth/group/{group.pk}/change/", {"name": "机房", "permissions": [right.pk]}
    )
    assert not holds(cast.root, "publish_article")


def test_the_statement_that_readers_get_is_the_one_that_was_proposed(cast, publication):
    article = web_article(cast, publication, "published")
    go(article, "ask_retract", cast.chen, opinion="本文失实，现予撤销。")
    go(article, "retract", cast.shen, opinion="都是总编的错。")
    assert article.public_notice == "本文失实，现予撤销。"


@pytest.fixture
def form(client, cast, publication):
    """An article's form as de, a desk editor, opened it, ready to be sent."""
    article = web_article(cast, publication, "first_review")
    address = f"/admin/articles/article/{article.pk}/change/"
    client.force_login(cast.de)
    shown = client.get(address).context["adminform"].form
    rows = {
        f"{name}-{count}_FORMS": 0
        for name in ("credits", "photos")
        for count in ("TOTAL", "INITIAL")
    }
    data = {"section": "", "tags": "", "filed": shown["filed"].value(), **rows}
    return SimpleNamespace(article=article, address=address, data=data)


def test_an_older_form_does_not_undo_a_colleague_s_filing(client, cast, form):
    workflow.describe(form.article, by=cast.dan, tags=["大桥"])
    assert client.post(form.address, form.data).status_code == 302
    assert list(form.article.tags.names()) == ["大桥"]


def test_who_files_otherwise_than_a_colleague_meanwhile_is_told(client, cast, form):
    workflow.describe(form.article, by=cast.dan, tags=["大桥"])
    answer = client.post(form.address, form.data | {"tags": "通车"})
    assert "大桥" in str(answer.context["errors"])
    assert list(form.article.tags.names()) == ["大桥"]
    filed = answer.context["adminform"].form["filed"].value()
    client.post(form.address, form.data | {"tags": "通车", "filed": filed})
    assert list(form.article.tags.names()) == ["通车"]


def test_a_colleague_s_filing_of_the_same_moment_is_not_undone_either(cast, form):
    workflow.describe(form.article, by=cast.dan, tags=["大桥"])
    with pytest.raises(Refused, match="大桥"):
        workflow.describe(form.article, by=cast.de, tags=["通车"], filed=form.data["filed"])
    assert list(form.article.tags.names()) == ["大桥"]


def test_a_correction_begun_on_an_older_text_takes_no_other_one_back(client, cast, publication):
    article = web_article(cast, publication, "published")
    client.force_login(cast.dan)
    address = f"/admin/articles/article/{article.pk}/corrections/new/"
    shown = client.get(address).context["form"]
    data = {name: shown[name].value() or "x" for name in shown.fields}
    corrected(article, writer=cast.de, signer=cast.shen)
    answer = client.post(address, data | {"kind": "erratum", "severity": "minor"})
    assert answer.context["form"].non_field_errors()
    assert not article.corrections.filter(state="open").exists()


def test_what_a_file_changes_in_the_dictionary_is_on_record(client, cast):
    HouseTerm.objects.create(wrong="登陆网站", right="登录网站", severity="block")
    client.force_login(cast.sun)
    text = "wrong,right,severity\n登陆网站,登录网站,warn\n按装,安装,warn\n"
    client.post("/admin/articles/houseterm/import/", {"text": text, "confirm": ""})
    entries = LogEntry.objects.filter(user=cast.sun).order_by("object_repr")
    assert {(each.object_repr.split()[0], each.action_flag) for each in entries} == {
        ("登陆网站", CHANGE),
        ("按装", ADDITION),
    }


def test_an_article_is_filed_under_a_section_of_its_own_paper(cast, publication):
    other = Publication.objects.create(name="别报", slug="bie")
    section = Section.objects.create(publication=other, name="要闻")
    article = web_article(cast, publication, "first_review")
    with pytest.raises(Refused):
        workflow.describe(article, by=cast.de, section=section)


def test_nobody_takes_the_printed_bylines_of_another_name(client, cast):
    """The ledger pays by byline."""
    User.objects.filter(pk=cast.rui.pk).update(first_name="晓棠", last_name="穆")
    theirs = Reporter.objects.create(name="李文石", unit="采访部")
    client.force_login(cast.rui)
    data = {"name": "李文石", "unit": "", "person": theirs.pk}
    client.post("/desk/name/", data)
    theirs.refresh_from_db()
    assert theirs.user is None


def test_who_is_called_so_takes_their_own(client, cast):
    User.objects.filter(pk=cast.rui.pk).update(first_name="晓棠", last_name="穆")
    own = Reporter.objects.create(name="穆晓棠", unit="采访部")
    client.force_login(cast.rui)
    client.post("/desk/name/", {"name": "穆晓棠", "unit": "", "person": own.pk})
    own.refresh_from_db()
    assert own.user == cast.rui


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("final_review", "退回"),
        ("approved", "撤回签发"),
        ("scheduled", "取消定时"),
        ("rejected", "重新启用"),
        ("published", "更正"),
        ("withdrawn", "申请恢复"),
    ],
)
def test_who_is_kept_from_a_text_is_told_the_way_that_there_is(status, word, cast, publication):
    article = web_article(cast, publication, status)
    assert word in str(edit_refusal(standing_of(article, cast.cui)).next_step)


@pytest.mark.parametrize(
    ("status", "word"), [("rejected", "部门主任"), ("retracted", "不再改动"), ("approved", "退回")]
)
def test_and_so_is_its_writer(status, word, cast, publication):
    article = web_article(cast, publication, status)
    assert word in str(edit_refusal(standing_of(article, cast.rui)).next_step)


UNSEEN = ["\u200b", "\u2060\u00ad", "\u3164", "\u200d\ufe0f"]


@pytest.mark.parametrize("words", UNSEEN)
def test_words_that_nobody_can_see_are_no_opinion(words, cast, publication):
    article = web_article(cast, publication, "first_review")
    with pytest.raises(Refused):
        workflow.move(article, "pass_first", by=cast.de, opinion=words)


@pytest.mark.parametrize("words", UNSEEN)
def test_nor_a_headline_or_text(words, cast, publication):
    article = web_draft(publication, cast.rui)
    for name in ("headline", "body"):
        Article.objects.filter(pk=article.pk).update(**{name: words})
        with pytest.raises(Refused) as refused:
            go(article, "submit", cast.rui)
        assert refused.value.refusal.rule == name
        Article.objects.filter(pk=article.pk).update(**{name: "桥通车了"})


def test_signs_that_nobody_can_see_are_neither_kept_nor_paid_for():
    assert tidy("大桥\u2060通\u202e车\u00ad。") == "大桥通车。"
    assert length_of("大桥\u200d\u200c通车。") == 5
