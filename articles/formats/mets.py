"""METS 1.12 (loc.gov/standards/mets): an issue, its files, its pages, and its articles.

The physical structure is told in the words of the American newspaper programme (NDNP), which
chronam and Open ONI read; the logical one in those that newspapers in METS/ALTO commonly have. METS
2 has another namespace, which they do not know.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

from articles.formats import alto, values
from articles.formats.markup import clean
from articles.formats.printing import Block

METS = "http://www.loc.gov/METS/"
MODS = "http://www.loc.gov/mods/v3"
XLINK = "http://www.w3.org/1999/xlink"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMAS = f"{METS} http://www.loc.gov/standards/mets/version1121/mets.xsd"
LANGUAGE = "chi"  # ISO 639-2
HEAD = ("kicker", "headline", "deck", "byline")
KINDS = {
    "kicker": "OVERLINE",
    "headline": "TITLE",
    "deck": "SUBHEADLINE",
    "byline": "AUTHOR",
    "text": "PARAGRAPH",
    "subhead": "SUBHEADLINE",
    "note": "PARAGRAPH",
}
ROLES = {"reporter": "rpt", "photographer": "pht", "editor": "edt", "designer": "bkd"}
MARC = "http://id.loc.gov/vocabulary/relators"


@dataclass(frozen=True)
class File:
    """Of one page; `group` is Text or Images, `use` what NDNP calls it."""

    name: str
    page: int
    group: str
    use: str
    media_type: str
    size: int
    sha256: str

    @property
    def id(self):
        return f"{self.group[:-1] if self.group == 'Images' else self.group}{self.page}"


@dataclass(frozen=True)
class Piece:
    """An article with its words as they stand on pages, in reading order."""

    article: values.Article
    blocks: tuple[Block, ...]


def mets(
    issue: values.Issue,
    pages: Iterable[values.Page],
    pieces: Iterable[Piece],
    files: Iterable[File],
    *,
    site: str,
) -> bytes:
    """`site` is the site's address, or "": then articles are named by their numbers alone."""
    pages, pieces, files = list(pages), list(pieces), list(files)
    root = ElementTree.Element(
        "mets:mets",
        {
            "xmlns:mets": METS,
            "xmlns:mods": MODS,
            "xmlns:xlink": XLINK,
            "xmlns:xsi": XSI,
            "xsi:schemaLocation": SCHEMAS,
            "OBJID": f"{issue.paper.slug}-{issue.date.isoformat()}",
            "TYPE": "Newspaper",
            "LABEL": _name(issue),
        },
    )
    _header(root, issue, pieces)
    _describe_issue(root, issue, site)
    for page in pages:
        _describe_page(root, page)
    for piece in pieces:
        _describe_article(root, piece.article, site)
    _files(root, files)
    _physical(root, issue, pages, files)
    _logical(root, issue, pieces, {file.page: file for file in files if file.group == "Text"})
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _header(root, issue, pieces):
    newest = max(piece.article.changed_at for piece in pieces).isoformat(timespec="seconds")
    header = _add(root, "metsHdr", CREATEDATE=newest, RECORDSTATUS="complete")
    publisher = issue.paper.publisher or issue.paper.name
    agent = _add(header, "agent", ROLE="CREATOR", TYPE="ORGANIZATION")
    _add(agent, "name").text = clean(publisher)


def _describe_issue(root, issue, site):
    mods = _mods(root, "issueMods")
    paper = issue.paper
    _title(mods, _name(issue))
    origin = _add(mods, "mods:originInfo")
    _add(origin, "mods:publisher").text = clean(paper.publisher or paper.name)
    _dated(origin, issue.date.isoformat())
    _language(mods)
    host = _add(mods, "mods:relatedItem", type="host")
    _title(host, paper.name)
    if paper.serial_number:
        _add(host, "mods:identifier", type="CN").text = clean(paper.serial_number)
    if paper.postal_code:
        _add(host, "mods:identifier", type="postal").text = clean(paper.postal_code)
    part = _add(host, "mods:part")
    for kind, number in (("issue", issue.number), ("edition", 1)):
        if number:
            detail = _add(part, "mods:detail", type=kind)
            _add(detail, "mods:number").text = str(number)
    _identify(mods, site, issue.address)


def _describe_page(root, page):
    mods = _mods(root, f"pageMods{page.sequence}")
    part = _add(mods, "mods:part")
    extent = _add(part, "mods:extent", unit="pages")
    _add(extent, "mods:start").text = str(page.sequence)
    detail = _add(part, "mods:detail", type="page number")
    _add(detail, "mods:number").text = clean(page.label)
    if page.name:
        detail = _add(part, "mods:detail", type="section label")
        _add(detail, "mods:title").text = clean(page.name)


def _describe_article(root, article, site):
    mods = _mods(root, f"mods{alto.article_id(article.number)}")
    _title(mods, article.headline, article.deck)
    if article.kicker:
        _add(mods, "mods:note", type="kicker").text = clean(article.kicker)
    for credit in article.credits:
        _person(mods, credit)
    _add(mods, "mods:genre").text = "article"
    _dated(_add(mods, "mods:originInfo"), article.place.date.isoformat())
    _language(mods)
    if article.lead:
        _add(mods, "mods:abstract").text = clean(article.lead)
    for each in article.tags:
        _add(_add(mods, "mods:subject"), "mods:topic").text = clean(each.name)
    _add(mods, "mods:identifier", type="local").text = article.number
    _identify(mods, site, article.address)


def _mods(root, name):
    section = _add(root, "dmdSec", ID=name)
    wrap = _add(section, "mdWrap", MDTYPE="MODS", MIMETYPE="text/xml")
    return _add(_add(wrap, "xmlData"), "mods:mods")


def _title(mods, title, subtitle=""):
    info = _add(mods, "mods:titleInfo")
    _add(info, "mods:title").text = clean(title)
    if subtitle:
        _add(info, "mods:subTitle").text = clean(subtitle)


def _dated(origin, day):
    _add(origin, "mods:dateIssued", encoding="iso8601").text = day


def _language(mods):
    language = _add(mods, "mods:language")
    term = _add(language, "mods:languageTerm", type="code", authority="iso639-2b")
    term.text = LANGUAGE


def _person(mods, credit):
    name = _add(mods, "mods:name", type="personal")
    _add(name, "mods:namePart").text = clean(credit.name)
    role = _add(name, "mods:role")
    _add(role, "mods:roleTerm", type="text").text = credit.role
    if credit.role in ROLES:
        term = _add(role, "mods:roleTerm", type="code", authority="marcrelator", authorityURI=MARC)
        term.text = ROLES[credit.role]


def _identify(mods, site, address):
    if site:
        _add(mods, "mods:identifier", type="uri").text = site + address


def _files(root, files):
    section = _add(root, "fileSec")
    for group in ("Text", "Images"):
        own = [file for file in files if file.group == group]
        if own:
            _group(section, group, own)


def _group(section, group, files):
    found = _add(section, "fileGrp", USE=group)
    for file in files:
        held = _add(
            found,
            "file",
            ID=file.id,
            MIMETYPE=file.media_type,
            SIZE=str(file.size),
            CHECKSUM=file.sha256,
            CHECKSUMTYPE="SHA-256",
            USE=file.use,
        )
        place = _add(held, "FLocat", LOCTYPE="URL")
        place.set("xlink:type", "simple")
        place.set("xlink:href", file.name)


def _physical(root, issue, pages, files):
    structure = _add(root, "structMap", TYPE="PHYSICAL")
    whole = _add(structure, "div", TYPE="np:issue", DMDID="issueMods", LABEL=_name(issue))
    for order, page in enumerate(pages, start=1):
        part = _add(
            whole,
            "div",
            ID=f"page{page.sequence}",
            TYPE="np:page",
            ORDER=str(order),
            ORDERLABEL=clean(page.label),
            DMDID=f"pageMods{page.sequence}",
        )
        if page.name:
            part.set("LABEL", clean(page.name))
        for file in files:
            if file.page == page.sequence:
                _add(part, "fptr", FILEID=file.id)


def _logical(root, issue, pieces, texts):
    structure = _add(root, "structMap", TYPE="LOGICAL")
    paper = _add(structure, "div", TYPE="Newspaper", LABEL=clean(issue.paper.name))
    whole = _add(paper, "div", TYPE="ISSUE", DMDID="issueMods", LABEL=_name(issue))
    content = _add(whole, "div", TYPE="CONTENT")
    for order, piece in enumerate(pieces, start=1):
        article = piece.article
        name = alto.article_id(article.number)
        part = _add(content, "div", ID=name, TYPE="ARTICLE", ORDER=str(order), DMDID=f"mods{name}")
        part.set("LABEL", clean(article.headline))
        _pieces(part, piece, texts)


def _pieces(part, piece, texts):
    """Head, body and captions, each in reading order."""
    number = piece.article.number
    parts = {"head": "HEADING", "body": "BODY", "caption": "ILLUSTRATION"}
    found = {}
    for block in piece.blocks:
        where = "head" if block.role in HEAD else block.role
        where = where if where in parts else "body"
        if where not in found:
            found[where] = _add(part, "div", TYPE=parts[where])
        held = _add(found[where], "div", TYPE=KINDS.get(block.role, "CAPTION"))
        area = _add(_add(held, "fptr"), "area", FILEID=texts[block.page].id, BETYPE="IDREF")
        area.set("BEGIN", alto.block_id(number, block))


def _name(issue):
    return f"{clean(issue.paper.name)} {issue.date.isoformat()}"


def _add(parent, name, **facts):
    return ElementTree.SubElement(parent, name if ":" in name else f"mets:{name}", facts)
