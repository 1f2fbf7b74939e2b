"""What the label desk shows of a long page, and which doubts it leads to."""

from html import unescape

from articles.intake import importing
from articles.labelling import doubts
from articles.models import PageDoubt
from tests.builders import page_of
from tests.importing.pages import TWO_STORIES
from tests.labelling.test_desk import Desk


def test_a_leaf_says_which_lines_it_shows_and_leads_to_doubts_on_others(issue, cast):
    editor = Desk(page_of(issue, source=TWO_STORIES * 170), cast.de)
    panes = editor.answer.context["panes"]
    total = len(panes.lines)
    assert f"1–3000 行，共 {total} 行" in editor.html
    beyond = next(asked for asked in panes.doubts if asked.line > 3000)
    assert beyond.way == f"?from=3001#L{beyond.line}"
    assert f'href="{beyond.way}"' in editor.html


def test_what_others_changed_on_another_leaf_is_led_to_there(issue, cast):
    page = page_of(issue, source=TWO_STORIES * 170)
    Desk(page, cast.de).press("ignore", line=["4"], reason="重复")
    mine, theirs = Desk(page, cast.de), Desk(page, cast.dan)
    last = max(n for n, text in enumerate(page.text.splitlines(), 1) if text)
    theirs.press("ignore", line=["2", str(last)], reason="重复")
    mine.press("ignore", line=["1"], reason="重复")
    assert mine.answer.status_code == 409
    assert f'<th scope="row"><a href="?from=3001#L{last}">' in mine.html
    assert '<th scope="row"><a href="#L2">' in mine.html


def test_a_doubt_that_was_decided_is_not_shown_again(issue, cast):
    source = TWO_STORIES.replace("月建成了新操场。", "月建成了新操场。（下转第二版）")
    page = page_of(issue, source=source)
    importing.apply_import(importing.plan_import(page), by=cast.de)
    editor = Desk(page, cast.de)
    asked = PageDoubt.objects.filter(page=page).first()
    assert asked.text in unescape(editor.html)
    doubts.resolve(asked, by=cast.dan, resolution="已核对")
    assert asked.text not in unescape(editor.look().content.decode())
