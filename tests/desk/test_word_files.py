"""A .docx as a draft: what is taken over, what is named as left behind, and what is refused."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from articles.models import Article, Photo
from tests.desk.conftest import as_, save
from tests.desk.docx import DOCUMENT, docx, heading, paragraph, picture, table
from tests.timing import least

pytestmark = pytest.mark.once


def picture_bytes(kind="PNG", colour="teal"):
    data = BytesIO()
    Image.new("RGB", (60, 40), colour).save(data, kind)
    return data.getvalue()


def upload(writer, publication, data, name="老城区.docx", **changes):
    file = SimpleUploadedFile(name, data)
    sent = {"publication": publication.pk, "file": file, **changes}
    return writer.client.post(reverse("desk:upload"), sent, follow=True)


def said(answer):
    return [str(message) for message in answer.context["messages"]]


def refused(answer):
    assert answer.status_code == 200
    assert not Article.objects.exists()
    return answer.context["form"].errors["file"][0]


def test_headline_paragraphs_and_subheads_are_taken_over(rui, publication):
    data = docx(
        heading("老城区水管换新", 1),
        paragraph("　　本报讯　工程完工。"),
        heading("昼夜施工", 2),
        paragraph("工人们轮班作业。"),
    )
    answer = upload(rui, publication, data)
    article = Article.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("desk:edit", args=[article.number])
    assert (article.headline, article.owner, article.status) == (
        "老城区水管换新",
        rui.user,
        "draft",
    )
    assert article.body == "本报讯　工程完工。\n## 昼夜施工\n工人们轮班作业。"
    assert article.credits.get().reporter == rui.person


def test_a_short_first_line_is_the_headline(rui, publication):
    upload(rui, publication, docx(paragraph("水管换新"), paragraph("本报讯　工程完工。")))
    article = Article.objects.get()
    assert (article.headline, article.body) == ("水管换新", "本报讯　工程完工。")


def test_without_a_headline_the_files_name_stands_there_and_that_is_said(rui, publication):
    answer = upload(rui, publication, docx(paragraph("本报讯　工程完工。")), name="稿件三.docx")
    assert Article.objects.get().headline == "稿件三"
    assert any("文件名" in sentence for sentence in said(answer))


def test_pictures_are_encoded_anew_with_their_captions(rui, publication):
    data = docx(
        paragraph("水管换新"),
        paragraph("本报讯。"),
        picture("rId7"),
        paragraph("图为工人抢修水管。芮文 摄"),
        paragraph("第二段。"),
        pictures={"rId7": picture_bytes()},
    )
    upload(rui, publication, data)
    photo, article = Photo.objects.get(), Article.objects.get()
    assert (photo.article, photo.caption) == (article, "图为工人抢修水管。芮文 摄")
    assert photo.image.open().read(2) == b"\xff\xd8"
    assert article.body == "本报讯。\n第二段。"
    assert article.versions.get().photos.get().image_sha256 == photo.image_sha256


def test_tables_become_lines_and_are_named(rui, publication):
    rows = [["月份", "户数"], ["十月", "1200"]]
    answer = upload(rui, publication, docx(paragraph("水管换新"), table(rows), paragraph("完。")))
    assert Article.objects.get().body == "月份　｜　户数\n十月　｜　1200\n完。"
    assert any("表格" in sentence for sentence in said(answer))


@pytest.mark.parametrize(
    ("xml", "word"),
    [
        ("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>加粗</w:t></w:r></w:p>", "加粗"),
        ("<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>", "公式"),
        ("<w:p><w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>", "修订"),
        (picture("rId99", "link"), "不在文件之内"),
    ],
)
def test_whatever_is_left_behind_is_named(rui, publication, xml, word):
    answer = upload(rui, publication, docx(paragraph("水管换新"), paragraph("正文。"), xml))
    assert any(word in sentence for sentence in said(answer)), said(answer)


def test_headers_and_comments_are_named(rui, publication):
    parts = {
        "word/header1.xml": DOCUMENT.replace("document", "hdr") % paragraph("内部资料"),
        "word/comments.xml": '<w:comments xmlns:w="w"><w:comment w:id="1"/></w:comments>',
    }
    answer = upload(rui, publication, docx(paragraph("水管换新"), paragraph("正文。"), parts=parts))
    assert any("内部资料" in sentence for sentence in said(answer))
    assert any("批注" in sentence for sentence in said(answer))


def test_a_picture_that_is_none_is_named_and_costs_nothing_else(rui, publication):
    data = docx(
        paragraph("水管换新"), paragraph("正文。"), picture("rId7"), pictures={"rId7": b"<svg/>"}
    )
    answer = upload(rui, publication, data)
    assert not Photo.objects.exists()
    assert any("无法读取" in sentence for sentence in said(answer))


def test_sent_twice_it_makes_one_piece(rui, publication):
    data = docx(paragraph("水管换新"), paragraph("正文。"))
    token = "6d7f41d6-3bbf-4b7c-9b8f-0d6a5c0e1a11"
    for _tap in range(2):
        upload(rui, publication, data, token=token)
    assert Article.objects.count() == 1


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "啊啊啊啊"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_that_declares_entities_is_refused(rui, publication, encoding):
    data = docx(parts={"word/document.xml": BOMB.encode(encoding)})
    assert "实体" in refused(upload(rui, publication, data))


def test_a_file_that_swells_when_unpacked_is_refused(rui, publication, settings):
    settings.MAX_DOCX_UNPACKED_BYTES = 1_000_000
    data = docx(paragraph("水管换新"), pictures={"rId7": b"\0" * 2_000_000})
    assert len(data) < 50_000
    assert "解压后" in refused(upload(rui, publication, data))


def test_a_part_that_is_too_large_is_refused(rui, publication):
    data = docx(paragraph("啊" * 3_000_000))
    assert "word/document.xml" in refused(upload(rui, publication, data))


def test_a_text_that_no_sheet_could_save_again_is_refused(rui, publication):
    data = docx(paragraph("水管换新"), *[paragraph("啊" * 1000)] * 101)
    assert "分成几篇" in refused(upload(rui, publication, data))


def test_a_heading_or_a_caption_of_a_whole_page_stays_in_the_text(rui, publication):
    long = "图为" + "工人抢修水管" * 60
    blocks = [heading("很长的标题" * 50, 1), picture("rId7"), paragraph(long), paragraph("完。")]
    upload(rui, publication, docx(*blocks, pictures={"rId7": picture_bytes()}))
    article = Article.objects.get()
    assert article.body.splitlines() == ["## " + "很长的标题" * 50, long, "完。"]
    assert (article.headline, Photo.objects.get().caption) == ("老城区", "")


def test_a_file_that_is_too_large_is_not_even_read(rui, publication, settings):
    settings.MAX_DOCX_BYTES = 100
    assert "100" in refused(upload(rui, publication, docx(paragraph("水管换新"))))


def _other_zip():
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.txt", "不是文稿")
    return data.getvalue()


NO_DOCX = {
    "text": "只是文字".encode(),
    "old word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "another zip": _other_zip(),
    "half": docx(paragraph("水管换新"))[:200],
    "no xml": docx(parts={"word/document.xml": b"<w:document"}),
    "lost picture": docx(paragraph("水管换新"), picture("rId404")),
    "deep": docx("<w:sdt>" * 3000 + "</w:sdt>" * 3000),
}


@pytest.mark.parametrize("kind", NO_DOCX)
def test_what_is_no_docx_is_refused_with_a_sentence(rui, publication, kind):
    assert refused(upload(rui, publication, NO_DOCX[kind])).endswith("。")


@pytest.mark.parametrize("who", ["pei", "chen", "ao", "root"])
def test_only_writers_upload(cast, publication, who):
    answer = as_(getattr(cast, who)).post(reverse("desk:upload"), {})
    assert answer.status_code == 403


PASTED = (
    "<html><head><style>p{color:red}</style></head><body><h2>昼夜施工</h2>"
    "<p class=MsoNormal>工人们<b>轮班</b>\n作业。<o:p></o:p></p>"
    "<script>alert(1)</script><img src=x onerror=alert(1)><p>第二段<br>第三段</p></body></html>"
)


def paste(writer, html):
    return writer.client.post(reverse("desk:paste"), {"html": html})


def test_a_paste_becomes_plain_paragraphs_and_tells_what_is_left(rui):
    said = paste(rui, PASTED).json()
    assert said["text"] == "## 昼夜施工\n工人们轮班作业。\n第二段\n第三段"
    assert len(said["left"]) == 2
    assert not any("<" in sentence for sentence in said["left"])


@pytest.mark.parametrize("html", ["", "<", "<p", "\x00", "<table><td>" * 200, "&#0;&lt;b&gt;"])
def test_odd_pastes_are_no_error(rui, html):
    assert paste(rui, html).status_code == 200


NESTED = {
    "lists": "<ul><li>" * 400_000,
    "unknown": "<x>" * 400_000 + "</y>" * 400_000,
    "styles": "<b>" * 400_000 + "<div>" * 400_000,
    "hidden ends": "<b><!</b>>" * 300_000,
    "ends in words": '<b><i x="</b></i>">' * 200_000,
    "comments": "<!--" * 500_000,
    "bare signs": "<" * 3_000_000,
    "many": "<p>x</p>" * 400_000,
}


@pytest.mark.parametrize("kind", NESTED)
def test_a_paste_that_is_made_to_cost_costs_little(rui, kind):
    """The cleaner alone would take hours of some of these."""
    assert paste(rui, NESTED[kind]).status_code in (200, 413)
    assert least(lambda: paste(rui, NESTED[kind]), 5) <= 5


def test_a_large_paste_of_a_word_processor_is_taken(rui):
    settings = "<!--[if gte mso 9]><xml>" + "<w:LsdException/>" * 400 + "</xml><![endif]-->"
    run = '<span lang=ZH-CN style="font-family:宋体">工人们<b>轮班</b></span>'
    html = settings + f"<p class=MsoNormal>{run * 5}<o:p></o:p></p>" * 1000
    assert paste(rui, html).json()["text"].count("\n") == 999


def test_a_paste_that_is_too_long_is_refused(rui):
    assert paste(rui, "长" * 4_000_001).status_code in (400, 413)


def credited(article):
    return [(credit.role, credit.reporter.name) for credit in article.credits.order_by("position")]


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("本报记者 张小溪 通讯员 李文石", [("reporter", "张小溪"), ("correspondent", "李文石")]),
        ("作者：王秀兰", [("author", "王秀兰")]),
        ("本报记者 芮文 通讯员 李文石", [("correspondent", "李文石")]),
        ("文/王秀兰", [("author", "王秀兰")]),
    ],
)
def test_a_printed_byline_becomes_credits_and_leaves_the_text(rui, publication, line, credits):
    data = docx(heading("水管换新", 1), paragraph(line), paragraph("本报讯　工程完工。"))
    answer = upload(rui, publication, data)
    article = Article.objects.get()
    assert article.body == "本报讯　工程完工。"
    assert sorted(credited(article)) == sorted([("reporter", "芮文"), *credits])
    assert f"“{line}”已识别为署名。" in said(answer)


@pytest.mark.parametrize("ending", ["（作者：王秀兰）", "（撰稿 王秀兰）"])
def test_a_signature_after_the_last_sentence_is_a_byline_too(rui, publication, ending):
    data = docx(
        heading("水管换新", 1), *map(paragraph, ["开头。", "中间。", f"工程完工。{ending}"])
    )
    upload(rui, publication, data)
    article = Article.objects.get()
    assert article.body == "开头。\n中间。\n工程完工。"
    assert ("author", "王秀兰") in credited(article)


@pytest.mark.parametrize(
    "line",
    [
        "记者手记",
        "记者在现场看到，工程完工。",
        "文化广场建成。",
        "（图为改造后的小区。）",
        "作者感谢每一位读者。",
        "老城区水管换新工程完工，记者 张小溪 到场采访。",
    ],
)
def test_what_is_no_byline_stays_in_the_text(rui, publication, line):
    data = docx(heading("水管换新", 1), paragraph(line), paragraph("本报讯　工程完工。"))
    upload(rui, publication, data)
    article = Article.objects.get()
    assert article.body == f"{line}\n本报讯　工程完工。"
    assert credited(article) == [("reporter", "芮文")]


def test_who_took_the_pictures_is_credited_with_them(rui, publication):
    data = docx(
        heading("水管换新", 1),
        paragraph("本报记者 张小溪 文 李文石 图"),
        paragraph("本报讯　工程完工。"),
        picture("rId5"),
        pictures={"rId5": picture_bytes()},
    )
    upload(rui, publication, data)
    (credit,) = Photo.objects.get().credits.all()
    assert (credit.role, credit.reporter.name) == ("photographer", "李文石")


def test_a_photographer_without_a_picture_is_named_as_left_out(rui, publication):
    data = docx(heading("水管换新", 1), paragraph("文/张小溪 图/李文石"), paragraph("完工。"))
    answer = upload(rui, publication, data)
    assert any("摄影：李文石" in sentence for sentence in said(answer))


def test_an_author_that_was_read_wrongly_is_taken_out_on_the_sheet(rui, publication):
    data = docx(heading("水管换新", 1), paragraph("作者：王秀兰"), paragraph("完工。"))
    upload(rui, publication, data)
    article = Article.objects.get()
    page = rui.client.get(reverse("desk:edit", args=[article.number])).content.decode()
    assert 'value="王秀兰"' in page
    save(rui, article, authors="")
    assert ("author", "王秀兰") not in credited(article)
