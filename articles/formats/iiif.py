"""IIIF Presentation 3 (iiif.io/api/presentation/3.0): a paper as collections, an issue as a
manifest, a page as a canvas, an article as a range of parts of canvases.

After recipes 0068 (newspaper), 0025 and 0026 (ranges) of the IIIF Cookbook.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape

from articles.formats import values
from articles.formats.markup import clean, html_of

CONTEXT = "http://iiif.io/api/presentation/3/context.json"
MEDIA_TYPE = f'application/ld+json;profile="{CONTEXT}"'
LANGUAGE = "zh-Hans"
WORDS = {
    "date": ("出版日期", "Date of issue"),
    "number": ("期号", "Issue number"),
    "serial": ("国内统一连续出版物号", "Serial number (CN)"),
    "publisher": ("出版单位", "Publisher"),
    "byline": ("署名", "Byline"),
}


@dataclass(frozen=True)
class Image:
    """A picture of a page; `address` is a path on the site."""

    address: str
    format: str
    width: int
    height: int


@dataclass(frozen=True)
class Canvas:
    """A page with what is painted on it. `thumbnails` are smaller pictures of the same, `places`
    {position on the page, number of an article: polygons of (x, y) from 0 to 1}.
    """

    page: values.Page
    image: Image
    thumbnails: tuple[Image, ...]
    places: dict[tuple[int, str], tuple]


def of_face(page: values.Page) -> Canvas:
    """A page whose picture readers may see."""
    face = page.face
    pictures = [
        Image(address, "image/webp", width, height)
        for address, (width, height) in zip(face.addresses, face.sizes, strict=True)
    ]
    narrowest = Image(face.jpeg, "image/jpeg", *face.sizes[-1])
    places = {(each.position, each.article): each.shapes for each in page.regions}
    return Canvas(page, pictures[0], (narrowest, *reversed(pictures[1:])), places)


def of_drawing(page: values.Page, drawing, address: str) -> Canvas:
    """A page that is set again from its text, with the drawing of it at that address."""
    width, height = drawing.width, drawing.height
    places = {}
    for story, box in drawing.places:
        place = story.position if story.is_continued else story.place.position
        number = story.article if story.is_continued else story.number
        left, right = box.left / width, (box.left + box.width) / width
        top, bottom = box.top / height, (box.top + box.height) / height
        corners = ((left, top), (right, top), (right, bottom), (left, bottom))
        places[place, number] = (corners,)
    return Canvas(page, Image(address, "image/svg+xml", width, height), (), places)


def collection(paper: values.Paper, years: Iterable[int], *, site: str) -> dict:
    """A paper by years, the newest first, so that no answer is too long."""
    return {
        "@context": CONTEXT,
        "id": _collection(paper, site),
        "type": "Collection",
        "label": _chinese(paper.name),
        "metadata": _metadata(serial=paper.serial_number),
        **_whose(paper, site),
        "homepage": [_page_for_people(paper.address, paper.name, site)],
        "items": [
            {
                "id": _collection(paper, site, year),
                "type": "Collection",
                "label": _year_label(paper, year),
            }
            for year in years
        ],
    }


def year(paper: values.Paper, year: int, issues: Iterable[values.Issue], *, site: str) -> dict:
    return {
        "@context": CONTEXT,
        "id": _collection(paper, site, year),
        "type": "Collection",
        "label": _year_label(paper, year),
        **_whose(paper, site),
        "homepage": [_page_for_people(f"{paper.address}?year={year}", paper.name, site)],
        "partOf": [{"id": _collection(paper, site), "type": "Collection"}],
        "items": [
            {
                "id": _manifest(issue, site),
                "type": "Manifest",
                "label": _issue_label(issue),
                "navDate": _nav_date(issue.date),
            }
            for issue in issues
        ],
    }


def manifest(
    issue: values.Issue,
    canvases: Iterable[Canvas],
    articles: Iterable[values.Article],
    *,
    site: str,
    also=lambda told: (),
) -> dict:
    """`articles` are those of the issue in the order of print; `also` tells (path, media type,
    profile) of what else machines may read of one, or of the issue.
    """
    canvases = list(canvases)
    paper = issue.paper
    facts = {"date": issue.date.isoformat(), "number": issue.number, "serial": paper.serial_number}
    return {
        "@context": CONTEXT,
        "id": _manifest(issue, site),
        "type": "Manifest",
        "label": _issue_label(issue),
        "metadata": _metadata(**facts),
        "navDate": _nav_date(issue.date),
        **_whose(paper, site),
        "homepage": [_page_for_people(issue.address, _issue_name(issue), site)],
        "seeAlso": _also(also(issue), site),
        "partOf": [{"id": _collection(paper, site, issue.date.year), "type": "Collection"}],
        "thumbnail": _thumbnails(canvases[0], site),
        "items": [_canvas(each, site) for each in canvases],
        "structures": [_contents(issue, canvases, list(articles), site, also)],
    }


def annotations(canvas: Canvas, articles: Iterable[values.Article], *, site: str) -> dict:
    """The words of a page, article by article, each over its place; what goes on from another page
    leads to the whole.
    """
    texts = {each.number: each for each in articles}
    page = canvas.page
    return {
        "@context": CONTEXT,
        "id": f"{site}{page.address}annotations.json",
        "type": "AnnotationPage",
        "label": _chinese(_page_name(page)),
        "items": [
            {
                "id": f"{site}{page.address}annotations.json#{region.position}-{region.article}",
                "type": "Annotation",
                "motivation": "commenting",
                "body": {
                    "type": "TextualBody",
                    "format": "text/html",
                    "language": LANGUAGE,
                    "value": _told(region, texts.get(region.article), site),
                },
                "target": _target(canvas, region, site),
            }
            for region in page.regions
        ],
    }


def _canvas(canvas, site):
    page, here = canvas.page, _canvas_id(canvas, site)
    return {
        "id": here,
        "type": "Canvas",
        "label": _chinese(_page_name(page)),
        "width": canvas.image.width,
        "height": canvas.image.height,
        "thumbnail": _thumbnails(canvas, site),
        "homepage": [_page_for_people(page.address, _page_name(page), site)],
        "items": [
            {
                "id": f"{here}/painting",
                "type": "AnnotationPage",
                "items": [
                    {
                        "id": f"{here}/painting/1",
                        "type": "Annotation",
                        "motivation": "painting",
                        "body": _image(canvas.image, site),
                        "target": here,
                    }
                ],
            }
        ],
        "annotations": [{"id": f"{site}{page.address}annotations.json", "type": "AnnotationPage"}],
    }


def _contents(issue, canvases, articles, site, also):
    """The issue's table of contents: pages, and on each the articles that begin there."""
    here = _manifest(issue, site)
    return {
        "id": f"{here}/contents",
        "type": "Range",
        "label": _chinese(_issue_name(issue)),
        "items": [
            {
                "id": f"{_canvas_id(canvas, site)}/contents",
                "type": "Range",
                "label": _chinese(_page_name(canvas.page)),
                "items": [
                    _range(article, canvases, site, also)
                    for article in articles
                    if article.place.sequence == canvas.page.sequence
                ],
            }
            for canvas in canvases
        ],
    }


def _range(article, canvases, site, also):
    photo = article.picture
    found = {
        "id": f"{site}{article.address}range",
        "type": "Range",
        "label": _chinese(article.headline),
        "summary": _chinese(article.lead) if article.lead else None,
        "metadata": _metadata(byline=article.byline),
        "thumbnail": [_image(Image(photo.address, "image/jpeg", photo.width, photo.height), site)]
        if photo
        else None,
        "homepage": [_page_for_people(article.address, article.headline, site)],
        "seeAlso": _also(also(article), site),
        "items": [
            {"id": part, "type": "Canvas"}
            for canvas in canvases
            for part in _parts(canvas, article, site)
        ],
    }
    return {name: value for name, value in found.items() if value}


def _parts(canvas, article, site):
    """Where a page has an article: rectangles in pixels, or the whole of it."""
    here = _canvas_id(canvas, site)
    for region in canvas.page.regions:
        if region.article == article.number:
            shapes = canvas.places.get((region.position, region.article))
            if not shapes:
                yield here
            for shape in shapes or ():
                yield f"{here}#xywh={','.join(map(str, _box(shape, canvas.image)))}"


def _box(shape, image):
    """[left, top, width, height] around a polygon, within the picture."""
    left, right = (round(edge(x for x, _y in shape) * image.width) for edge in (min, max))
    top, bottom = (round(edge(y for _x, y in shape) * image.height) for edge in (min, max))
    return [left, top, max(1, right - left), max(1, bottom - top)]


def _target(canvas, region, site):
    here = _canvas_id(canvas, site)
    shapes = canvas.places.get((region.position, region.article))
    if not shapes:
        return here
    return {
        "type": "SpecificResource",
        "source": {"id": here, "type": "Canvas"},
        "selector": {"type": "SvgSelector", "value": _svg(shapes, canvas.image)},
    }


def _svg(shapes, image):
    width, height = image.width, image.height
    path = " ".join(
        "M" + " L".join(f"{round(x * width)},{round(y * height)}" for x, y in shape) + " Z"
        for shape in shapes
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg"><path d="{path}"/></svg>'


def _told(region, article, site):
    link = f'<a href="{escape(site + region.address)}">{escape(clean(region.headline))}</a>'
    text = clean(html_of(article.blocks)) if article and not region.is_continued else ""
    return f"<p><b>{link}</b></p>{text}"


def _thumbnails(canvas, site):
    return [_image(each, site) for each in canvas.thumbnails or (canvas.image,)]


def _image(image, site):
    return {
        "id": site + image.address,
        "type": "Image",
        "format": image.format,
        "width": image.width,
        "height": image.height,
    }


def _whose(paper, site):
    name = paper.publisher or paper.name
    return {
        "requiredStatement": {"label": _both("publisher"), "value": _chinese(name)},
        "provider": [
            {
                "id": site + paper.address,
                "type": "Agent",
                "label": _chinese(name),
                "homepage": [_page_for_people(paper.address, paper.name, site)],
            }
        ],
    }


def _page_for_people(address, name, site):
    return {
        "id": site + address,
        "type": "Text",
        "label": _chinese(name),
        "format": "text/html",
        "language": [LANGUAGE, "en"],
    }


def _also(found, site):
    return [
        {"id": site + path, "type": "Dataset", "format": kind, "profile": profile}
        for path, kind, profile in found
    ]


def _metadata(**facts):
    return [
        {"label": _both(name), "value": {"none": [clean(str(value))]}}
        for name, value in facts.items()
        if value
    ]


def _both(name):
    chinese, english = WORDS[name]
    return {LANGUAGE: [chinese], "en": [english]}


def _chinese(text):
    return {LANGUAGE: [clean(text)]}


def _year_label(paper, year):
    return {LANGUAGE: [f"{clean(paper.name)} {year}年"], "en": [f"{clean(paper.name)} {year}"]}


def _issue_label(issue):
    told = f"{clean(issue.paper.name)}, {issue.date.isoformat()}"
    return {LANGUAGE: [_issue_name(issue)], "en": [told]}


def _issue_name(issue):
    day = issue.date
    return f"{clean(issue.paper.name)} {day.year}年{day.month}月{day.day}日"


def _page_name(page):
    return f"第{page.label}版：{page.name}" if page.name else f"第{page.label}版"


def _nav_date(day: date):
    """The standard asks for UTC; a paper's day is one day everywhere."""
    return f"{day.isoformat()}T00:00:00Z"


def _collection(paper, site, year=None):
    return f"{site}{paper.address}collection{f'-{year}' if year else ''}.json"


def _manifest(issue, site):
    return f"{site}{issue.address}manifest.json"


def _canvas_id(canvas, site):
    return f"{site}{canvas.page.address}canvas"
