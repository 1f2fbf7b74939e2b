"""A public page made fit to be read without its site: every address leads to a file beside it.

What a template marks with `data-mirror` is left out: "never" for what a copy has no use for, "site"
for what leads nowhere while the site's own address is unknown.
"""

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

MARK = "data-mirror"
# A place that no network has (RFC 2606): it stands for a site whose address is unknown.
NOWHERE = "http://site.invalid"
VOID = {"img", "link", "meta", "source", "input", "br", "hr"}


def rewritten(page: str, place: Callable[[str], str | None], *, site: str) -> str:
    """`place` tells the file of an address, or None. `site` is the site's address, or ""."""
    rewriter = _Rewriter(place, site)
    rewriter.feed(page)
    rewriter.close()
    return "".join(rewriter.out)


class _Rewriter(HTMLParser):
    """Whatever it does not change it hands on letter by letter."""

    def __init__(self, place, site):
        super().__init__(convert_charrefs=False)
        self.place, self.site = place, site
        self.out: list[str] = []
        self.links: list[str] = []  # what each open link ends with
        self.left_out: list[str] = []  # open elements, from the one on that is left out

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if self.left_out or self._is_left_out(tag, given):
            if tag not in VOID:
                self.left_out.append(tag)
            return
        change = CHANGES.get(tag)
        self.out.append(change(self, given) if change else self.get_starttag_text())

    def handle_startendtag(self, tag, attrs):
        self._write(self.get_starttag_text())

    def handle_endtag(self, tag):
        if self.left_out:
            self.left_out.pop()
        elif tag == "a":
            self.out.append(self.links.pop())
        else:
            self.out.append(f"</{tag}>")

    def handle_data(self, data):
        self._write(data)

    def handle_entityref(self, name):
        self._write(f"&{name};")

    def handle_charref(self, name):
        self._write(f"&#{name};")

    def handle_decl(self, decl):
        self._write(f"<!{decl}>")

    def _write(self, text):
        if not self.left_out:
            self.out.append(text)

    def _is_left_out(self, tag, given):
        mark = given.get(MARK)
        if mark == "never" or (mark == "site" and not self.site):
            return True
        # Of a site without an address nothing can be told to machines.
        tells = tag in ("link", "meta") and (given.get("href") or given.get("content") or "")
        is_data = tag == "script" and given.get("type") == "application/ld+json"
        return not self.site and (is_data or (tells or "").startswith(NOWHERE))

    def _target(self, address):
        """Where an address leads: to a file, to the site, or nowhere (None)."""
        if address.startswith(("#", "http://", "https://")):
            return address
        page, sign, fragment = address.partition("#")
        if file := self.place(page):
            return f"{file}{sign}{fragment}"
        return f"{self.site}{address}" if self.site else None

    def _link(self, given):
        """What leads nowhere stays as words."""
        target = self._target(given.pop("href"))
        if large := given.pop("data-photo", None):
            given |= {"data-photo": file} if (file := self.place(large)) else {}
        if target is None:
            self.links.append("</span>")
            return _tag("span", {name: given[name] for name in ("class", "lang") if name in given})
        self.links.append("</a>")
        return _tag("a", {"href": target, **given})

    def _related(self, given):
        """A sheet or a picture of the page has to be here; what else is related may be there."""
        is_needed = given["rel"] in ("stylesheet", "icon")
        target = (self.place if is_needed else self._target)(given["href"])
        return _tag("link", {**given, "href": target}) if target else ""

    def _picture(self, given):
        return self._with_file("img", given) if "src" in given else self.get_starttag_text()

    def _script(self, given):
        return self._with_file("script", given) if "src" in given else self.get_starttag_text()

    def _with_file(self, tag, given):
        file = self.place(given["src"])
        return _tag(tag, {**given, "src": file}) if file else ""

    def _offered(self, given):
        """The widths of a picture, as far as they are there."""
        offers = [offer.strip().partition(" ") for offer in given["srcset"].split(",")]
        found = {self.place(address): width for address, _space, width in offers}
        told = ", ".join(f"{file} {width}" for file, width in found.items() if file)
        return _tag("source", {**given, "srcset": told}) if told else ""

    def _form(self, given):
        if "action" in given:  # but for a dialog's
            given["action"] = f"{self.site}{given['action']}"
        return _tag("form", given)


CHANGES = {
    "a": _Rewriter._link,
    "link": _Rewriter._related,
    "img": _Rewriter._picture,
    "script": _Rewriter._script,
    "source": _Rewriter._offered,
    "form": _Rewriter._form,
}


def _tag(tag, attributes):
    told = "".join(
        f" {name}" if value is None else f' {name}="{escape(value)}"'
        for name, value in attributes.items()
    )
    return f"<{tag}{told}>"
