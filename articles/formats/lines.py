"""JSON Lines: an article a line, with all that readers see of it, named as the API names it."""

import json

from articles.formats.values import Article


def line_of(article: Article, site: str) -> str:
    """With its end. Addresses are whole if that of the `site` is known, else paths."""
    told = json.dumps(_told(article, site), ensure_ascii=False, separators=(",", ":"))
    # Some programs take these two for ends of lines.
    return told.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"


def _told(article, site):
    plain = "number kind kicker headline deck byline dateline source lead version".split()
    return {
        "publication": article.paper.slug,
        **{name: getattr(article, name) for name in plain},
        "body": [{"kind": block.kind, "lines": block.lines} for block in article.blocks],
        "credits": [_linked(each, site, "role", "name", "person") for each in article.credits],
        "photos": [_photo(photo, site) for photo in article.photos],
        "tags": [_linked(tag, site, "name", "slug") for tag in article.tags],
        "section": article.section and _section(article.section, site),
        "printed": article.place and _printed(article.place, site),
        "published_at": article.published_at.isoformat(),
        "changed_at": article.changed_at.isoformat(),
        "corrections": [
            {"kind": each.kind, "note": each.note, "at": each.at.isoformat()}
            for each in article.corrections
        ],
        "html_url": site + article.address,
    }


def _linked(told, site, *names):
    return {name: getattr(told, name) for name in names} | {"html_url": site + told.address}


def _section(section, site):
    return {"id": section.pk} | _linked(section, site, "name")


def _printed(place, site):
    names = "issue_number label name sequence position".split()
    return {"date": place.date.isoformat()} | _linked(place, site, *names)


def _photo(photo, site):
    names = "place caption credit alt sha256 width height".split()
    found = {name: getattr(photo, name) for name in names}
    return found | {"image_url": site + photo.address if photo.address else None}
