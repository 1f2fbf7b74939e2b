"""ninjs, the IPTC's News in JSON, version 3 (iptc.org/standards/ninjs): what is usable, and what
was canceled.
"""

from articles.formats.markup import clean, html_of, text_of
from articles.texts.body import length_of

LANGUAGE = "zh-Hans"
STANDARD = {
    "name": "ninjs",
    "version": "3.2",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#",
}
WRITERS = {"reporter", "correspondent", "author"}


def article(told, *, site):
    """A values.Article; `site` is the site's address without a slash at the end."""
    return {"standard": STANDARD, **_article(told, site)}


def taken_back(told, *, site):
    """A values.TakenBack: that it is canceled, and why, without a word of its text."""
    return {
        "standard": STANDARD,
        "uri": site + told.address,
        "type": "text",
        "representationType": "partial",
        "pubStatus": "canceled",
        "version": str(told.version),
        "versionCreated": told.at.isoformat(),
        "language": LANGUAGE,
        "edNote": clean(told.notice),
        "organisations": [_publisher(told.paper, site)],
        "altIds": [{"role": "number", "value": told.number}],
    }


def issue(told, articles, *, site):
    """A values.Issue as one composite of its articles, in the order of print."""
    uri = site + told.address
    return {
        "standard": STANDARD,
        "uri": uri,
        "type": "composite",
        "representationType": "full",
        "pubStatus": "usable",
        "title": f"{told.paper.name} {told.date.isoformat()}",
        "language": LANGUAGE,
        "versionCreated": max(each.changed_at for each in articles).isoformat(),
        "organisations": [_publisher(told.paper, site)],
        "altIds": _ids(issue=told.number, date=told.date),
        "associations": [
            {"name": f"article-{each.number}", "rel": "part", **_article(each, site)}
            for each in articles
        ],
    }


def _article(told, site):
    found = {
        "uri": site + told.address,
        "type": "text",
        "representationType": "full",
        "pubStatus": "usable",
        "version": str(told.version),
        "firstCreated": told.published_at.isoformat(),
        "versionCreated": told.changed_at.isoformat(),
        "language": LANGUAGE,
        "title": clean(told.headline),
        "slugline": told.number,
        "by": clean(told.byline),
        "located": clean(told.dateline),
        "headlines": _valued(kicker=told.kicker, main=told.headline, deck=told.deck),
        "descriptions": _valued(lead=told.lead),
        "bodies": _bodies(told.blocks),
        "people": [_person(credit, site) for credit in told.credits],
        "organisations": [_publisher(told.paper, site)],
        "infoSources": [{"name": clean(told.source), "role": "source"}] if told.source else [],
        "subjects": _subjects(told, site),
        "associations": [_photo(photo, told, site) for photo in told.photos],
        "altIds": _ids(number=told.number, **_printed(told.place)),
        "copyrightHolder": told.paper.publisher or told.paper.name,
        "edNote": "\n".join(clean(each.note) for each in told.corrections),
    }
    return {name: value for name, value in found.items() if value}


def _valued(**roles):
    return [{"role": role, "value": clean(text)} for role, text in roles.items() if text]


def _bodies(blocks):
    text = clean(text_of(blocks))
    plain = {"role": "main", "contentType": "text/plain", "value": text}
    rich = {"role": "richtext", "contentType": "text/html", "value": clean(html_of(blocks))}
    return [plain | {"charCount": length_of(text)}, rich]


def _person(credit, site):
    return {"name": clean(credit.name), "rel": credit.role, "uri": site + credit.address}


def _publisher(paper, site):
    return {
        "name": paper.publisher or paper.name,
        "rel": "publisher",
        "uri": site + paper.address,
    }


def _subjects(told, site):
    section = [told.section] if told.section else []
    return [
        {"name": clean(each.name), "rel": rel, "uri": site + each.address}
        for rel, found in (("section", section), ("keyword", told.tags))
        for each in found
    ]


def _photo(photo, told, site):
    """One that was printed, and of which there is no picture, is told by its words."""
    found = {
        "name": f"photo-{photo.place}",
        "rel": "photo",
        "uri": f"{site}{told.address}photos/{photo.place}/",
        "type": "picture",
        "pubStatus": "usable",
        "by": clean(photo.credit),
        "descriptions": _valued(caption=photo.caption, alt=photo.alt),
        "renditions": [_rendition(photo, site)] if photo.sha256 else [],
    }
    return {name: value for name, value in found.items() if value}


def _rendition(photo, site):
    return {
        "name": "main",
        "href": site + photo.address,
        "contentType": "image/jpeg",
        "width": photo.width,
        "height": photo.height,
    }


def _printed(place):
    if place is None:
        return {}
    return {"issue": place.issue_number, "date": place.date, "page": place.label}


def _ids(**ids):
    return [{"role": role, "value": str(value)} for role, value in ids.items() if value]
