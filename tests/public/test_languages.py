"""Of every word on an English page it is told whether it is Chinese (WCAG 2.2, 3.1.2)."""

import re
from html.parser import HTMLParser

from tests.public.addresses import pages

VOID = "area base br col embed hr img input link meta source track wbr path polygon".split()
UNSEEN = ("script", "style", "template", "title")
HAN, ENGLISH = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]{4}")


class Languages(HTMLParser):
    """Texts of a page that are in another language than is told."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong = [("", "en")], []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("lang", self.open[-1][1])))

    def handle_endtag(self, tag):
        while tag not in VOID and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tag, told = self.open[-1]
        is_chinese = told.startswith("zh")
        other = ENGLISH if is_chinese else HAN
        if tag not in UNSEEN and other.search(data):
            self.wrong.append((told, data.strip()))


def test_chinese_on_an_english_page_is_told_as_such(paper, client):
    # Their sample texts are half English, as no paper's are; addresses are in no language.
    ours = re.compile(r"headline|body|deck|kicker|byline|dateline|source|https?:")
    found = {}
    for address in pages():
        reader = Languages()
        answer = client.get(address, headers={"Accept-Language": "en"})
        reader.feed(answer.text)
        wrong = [words for words in reader.wrong if not ours.search(words[1])]
        if answer.status_code == 200 and wrong:
            found[address] = wrong
    assert found == {}


def test_a_chinese_page_says_it_once(paper, client):
    text = client.get("/yanxi/2026-11-20/01/").text
    assert '<h1 class="opened__name">第01版：要闻</h1>' in text
    assert '<time datetime="2026-11-20">' in text
