"""The public pages of an issue, copied with all that they load into a zip."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from posixpath import basename, dirname, relpath
from typing import BinaryIO

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils import translation

from articles.exporting.choosing import Chosen
from articles.exporting.mirror.asking import asked, found_at
from articles.exporting.mirror.packing import Pack
from articles.exporting.mirror.rewriting import NOWHERE, rewritten
from articles.exporting.states import Changed, write_one_state
from articles.models.addresses import address

INDEX = "index.html"
# What pages load, by the names of their addresses.
FILES = {
    "photo": "photos/{sha256:.16}.jpg",
    "rendition": "photos/{sha256:.16}-{width}.webp",
    "face": "faces/{face:.16}-{width}.webp",
    "face_jpeg": "faces/{face:.16}.jpg",
    "stylesheets": "styles/{digest}.css",
}
HASHED = re.compile(r"\.[0-9a-f]{12}(?=\.\w+$)")


def write(chosen: Chosen, file: BinaryIO, say: Callable[[int, int], None]):
    """One issue, into a file that can be wound back. `say` hears how many pages are done, of how
    many.
    """

    def once():
        with Pack(file) as pack:
            _Mirror(chosen, pack, say).write()

    write_one_state(chosen.publication.slug, file, once)


class _Mirror:
    def __init__(self, chosen, pack, say):
        self.paper, self.day = chosen.publication.slug, chosen.issue.date
        self.pack, self.say, self.site = pack, say, settings.SITE_ADDRESS
        own = chosen.articles().values_list("number", "page__label")
        self.numbers, labels = zip(*own, strict=True) if own else ((), ())
        self.labels = list(dict.fromkeys(labels))
        self.pages = list(self._pages())
        self.names: dict[str, str | None] = {}  # of what is in the zip, by its address
        self.here = INDEX

    def _pages(self) -> Iterator[str]:
        yield address("issue", self.paper, self.day)
        yield from (address("page", self.paper, self.day, label) for label in self.labels)
        yield from (address("article", self.paper, number) for number in self.numbers)

    def write(self):
        with translation.override(settings.LANGUAGE_CODE):
            # Pages of photos come in at the end, as articles lead there.
            for done, page in enumerate(self.pages):
                self.say(done, len(self.pages))
                self._write_page(page)
        self.say(len(self.pages), len(self.pages))

    def _write_page(self, at):
        answer = asked(at, site=self.site or NOWHERE)
        if answer is None or answer.status_code != 200:
            raise Changed(at)
        self.here = self._name(at)
        text = rewritten(answer.content.decode(), self._place, site=self.site)
        self.pack.add(self.here, [text.encode()])

    def _place(self, at):
        """The way there from the page that is written, or None for what is not in the zip."""
        name = self._name(at)
        return name and relpath(name, dirname(self.here))

    def _name(self, at):
        if at not in self.names:
            self.names[at] = self._added(at)
        return self.names[at]

    def _added(self, at):
        """The name of what stands at an address; what pages load goes into the zip at once."""
        if at.startswith(staticfiles_storage.base_url):
            return self._add_static(at.removeprefix(staticfiles_storage.base_url))
        name, given = found_at(at)
        if name in FILES:
            return self._add_file(at, FILES[name].format(**given))
        if name == "home":
            return INDEX
        own = self._page_name(name, given) if given.get("publication") == self.paper else None
        if own and at not in self.pages:
            self.pages.append(at)
        return own

    def _page_name(self, name, given):
        if name == "issue" and given["date"] == self.day:
            return INDEX
        if name == "page" and given["date"] == self.day and given["label"] in self.labels:
            # Not by its label, which can be 特刊: not every system reads such names in a zip.
            return f"pages/{self.labels.index(given['label']) + 1:02}.html"
        if name == "article" and given["number"] in self.numbers:
            return f"articles/{given['number']}.html"
        if name == "article_photo" and given["number"] in self.numbers:
            return f"articles/{given['number']}-photo-{given['place']}.html"
        return None

    def _add_file(self, at, name):
        answer = asked(at, site=self.site or NOWHERE)
        if answer is None:
            return None
        if answer.status_code == 302:  # a smaller picture that the worker has not made yet
            return self._name(answer.url)
        if answer.streaming:
            # The file alone: an answer that is closed ends the request, and what hangs on it.
            with answer.file_to_stream:
                self.pack.add(name, answer.streaming_content)
        else:
            self.pack.add(name, [answer.content])
        return name

    def _add_static(self, path):
        found = staticfiles_storage.path(path) if settings.COLLECTED else finders.find(path)
        name = f"static/{HASHED.sub('', basename(path))}"
        self.pack.add(name, [Path(found).read_bytes()])
        return name
