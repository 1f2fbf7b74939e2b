"""Search finds exactly the articles in which the words stand, neither fewer nor more."""

import random
import re

import pytest

from articles import search
from articles.models import Reporter
from articles.search import engines

WORDS = (
    "砚溪 大桥 通车 记者 11月 县委 2026年 GDP 5G 3.5% “三区三城”"
    " 秋粮 丰收 的 了 在 、 ， 。 （ ） 合龙 C919"
).split()


@pytest.fixture
def articles(live):
    """{pk: text} of articles made of the same few words, so that queries hit several."""
    dice = random.Random(5)

    def text(count):
        return "".join(dice.choices(WORDS, k=count))

    texts = {}
    for _number in range(40):
        headline, body = text(4), "\n".join(text(25) for _paragraph in range(3))
        texts[live(headline, body).pk] = f"{headline}\n{body}"
    return texts


@pytest.mark.parametrize("length", [1, 2, 3, 4, 8])
def test_every_run_of_characters_is_found_where_it_stands(articles, length):
    dice = random.Random(length)
    for text in articles.values():
        start = dice.randrange(len(text) - length)
        query = text[start : start + length]
        if re.search(r"\s", query):
            continue
        truth = {pk for pk, other in articles.items() if query in other}
        results = search.find(query, limit=100)
        assert (set(results.hits), results.total) == (truth, len(truth)), query


def test_several_words_must_all_stand_there(live):
    both = live("秋粮丰收", "大桥通车的日子。")
    live("秋粮丰收", "没有别的。")
    assert search.find("秋粮 通车").hits == (both.pk,)


def test_a_phrase_in_quotes_keeps_its_space(live):
    with_space = live("New  Town 开街", "")
    live("NewTown 开街", "")
    assert search.find('"new town"').hits == (with_space.pk,)


def test_width_and_case_make_no_difference(live):
    article = live("Ｇ３２０国道改线", "ＡＢ座（北）")
    assert search.find("g320").hits == (article.pk,)
    assert search.find("AB座(北)").hits == (article.pk,)


def test_words_do_not_run_on_from_one_paragraph_into_the_next(live):
    live("甲乙", "丙丁\n戊己")
    assert search.find("丁戊").total == 0
    assert search.find("乙丙").total == 0


def test_captions_kickers_and_people_are_found(live, cast):
    article = live("标题", "正文")
    version = article.live_version
    version.photos.create(caption="图为开闸放水现场", position=1)
    reporter = Reporter.objects.create(name="穆晓棠")
    version.credits.create(reporter=reporter, name="穆晓棠", role="reporter", position=1)
    search.rebuild()
    assert search.find("开闸放水").hits == (article.pk,)
    assert search.find("穆晓棠").hits == (article.pk,)


def test_a_very_long_text_is_found_to_its_end(live):
    article = live("长文", "春夏秋冬" * 6000 + "末尾的一句")
    assert search.find("末尾的一句").hits == (article.pk,)
    assert search.find("夏秋 长文").hits == (article.pk,)
    assert search.find("末尾的二句").total == 0


def test_a_pair_repeated_hundreds_of_times_hides_nothing(live):
    article = live("表格", "零零零" * 400 + "到此为止")
    assert search.find("零到此为").hits == (article.pk,)


def test_pairs_that_stand_apart_are_no_hit(live):
    live("甲乙与乙丙", "丙乙甲乙")
    assert search.find("甲乙丙").total == 0


def test_pairs_apart_in_the_headline_hide_no_hit_in_the_text(live):
    article = live("甲乙与乙丙", "甲乙丙")
    assert search.find("甲乙丙").hits == (article.pk,)


@pytest.mark.parametrize("query", ["末", "末尾", "末尾的一句"])
def test_a_text_of_too_many_words_for_the_index_is_read(live, monkeypatch, query):
    monkeypatch.setattr(engines, "LARGEST", 100)
    long = live("长文", "春夏秋冬" * 10 + "末尾的一句")
    live("别的", "春夏秋冬" * 10)
    assert search.find(query).hits == (long.pk,)
