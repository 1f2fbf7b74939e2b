"""Where the pages of a mirror lead."""

from html.parser import HTMLParser
from posixpath import dirname, join, normpath


class _Finder(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self.marks = [], set()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.marks.add(given.get("id"))
        for name in ("href", "src", "action", "data-photo"):
            if given.get(name) is not None:
                self.found.append(given[name])
        for offer in given.get("srcset", "").split(","):
            self.found += offer.split()[:1]


def looked_through(page: bytes):
    finder = _Finder()
    finder.feed(page.decode())
    return finder


def broken(files):
    """[(page, address)] of all that is in no file of the mirror, or at no place of its page."""
    pages = {name: looked_through(data) for name, data in files.items() if name.endswith(".html")}
    return [
        (name, address)
        for name, page in pages.items()
        for address in page.found
        if not _is_there(name, address, files, pages)
    ]


def _is_there(name, address, files, pages):
    path, sign, mark = address.partition("#")
    target = normpath(join(dirname(name), path)) if path else name
    return target in files and (not sign or mark in pages[target].marks)
