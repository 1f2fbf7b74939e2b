"""JSON Lines: an article a line, with all that readers see of it."""

import json

from articles.formats.values import Article


def line_of(article: Article, site: str) -> str:
    """With its end. Addresses are whole if that of the `site` is known, else paths."""
    told = json.dumps(_told(article, site), ensure_ascii=False, separators=(",", ":"))
    # Some programs take these two for ends of lines.
    return told.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"


def _told(article, site):
    text = "kicker headline deck byline dateline source lead".split()
    return {
        "number": article.number,
        "address": site + article.address,
        "paper": {"slug": article.paper.slug, "name": article.paper.name},
        "printed": article.place and _printed(article.place, site),
        "section": article.section and article.section.name,
        "kind": article.kind,
        **{name: getattr(article, name) for name in text},
        "body": [{"kind": block.kind, "lines": block.lines} for block in article.blocks],
        "credits": [
            {"name": each.name, "role": each.role, "address": site + each.address}
            for each in article.credits
        ],
        "photos": [_photo(photo, site) for photo in article.photos],
        "tags": [tag.name for tag in article.tags],
        "published": article.published_at.isoformat(),
        "changed": article.changed_at.isoformat(),
        "version": article.version,
        "corrections": [
            {"kind": each.kind, "note": each.note, "at": each.at.isoformat()}
            for each in article.corrections
        ],
    }


def _printed(place, site):
    return {
        "date": place.date.isoformat(),
        "issue": place.issue_number,
        "page": {
            "label": place.label,
            "name": place.name,
            "sequence": place.sequence,
            "address": site + place.address,
        },
        "position": place.position,
    }


def _photo(photo, site):
    return {
        "caption": photo.caption,
        "credit": photo.credit,
        "alt": photo.alt,
        "sha256": photo.sha256,
        "width": photo.width,
        "height": photo.height,
        "address": photo.address and site + photo.address,
    }
