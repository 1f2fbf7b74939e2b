"""What machines are told of an article: schema.org's NewsArticle, of the live version alone."""

from articles.models import CreditRole
from articles.models.addresses import address

WRITERS = {CreditRole.REPORTER, CreditRole.CORRESPONDENT, CreditRole.AUTHOR}


def news_article(opened, *, corrections, site):
    """`site` is the site's address without a slash at the end; `corrections` the newest first."""
    article = opened.article
    version, paper = article.live_version, article.publication
    here = site + article.get_absolute_url()
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": here,
        "url": here,
        "mainEntityOfPage": here,
        "identifier": article.number,
        "headline": version.headline,
        "alternativeHeadline": version.deck,
        "description": version.lead,
        "inLanguage": "zh-Hans",
        "datePublished": article.published_at.isoformat(),
        "dateModified": _changed(article, corrections).isoformat(),
        "dateline": version.dateline,
        "articleSection": _section(article),
        "keywords": [tag.name for tag in opened.tags],
        "author": _people(opened.credits, site, WRITERS) or [_organisation(paper, site)],
        "contributor": _people(opened.credits, site, set(CreditRole) - WRITERS),
        "image": [_image(photo, site) for photo in opened.shown.values()],
        "publisher": _organisation(paper, site),
        "correction": [_correction(each) for each in corrections],
        **(_in_print(article.page, site) if article.page else {}),
    }
    return {name: value for name, value in told.items() if value}


def _section(article):
    if article.section:
        return article.section.name
    return article.page.name if article.page else ""


def _changed(article, corrections):
    return max([article.published_at, *(each.closed_at for each in corrections)])


def _in_print(page, site):
    issue, paper = page.issue, page.issue.publication
    return {
        "printSection": page.name,
        "printPage": page.label,
        "printEdition": str(issue.number or issue.date.isoformat()),
        "isPartOf": {
            "@type": "PublicationIssue",
            "@id": site + issue.get_absolute_url(),
            "issueNumber": str(issue.number or issue.date.isoformat()),
            "datePublished": issue.date.isoformat(),
            "isPartOf": {
                "@type": "Newspaper",
                "name": paper.name,
                "identifier": paper.serial_number,
                "url": site + paper.get_absolute_url(),
            },
        },
    }


def _people(credits, site, roles):
    return [
        {
            "@type": "Person",
            "name": credit.name,
            "url": site + credit.url,
        }
        for credit in credits
        if credit.role in roles
    ]


def _organisation(paper, site):
    return {
        "@type": "NewsMediaOrganization",
        "name": paper.publisher or paper.name,
        "url": site + paper.get_absolute_url(),
    }


def _image(photo, site):
    return {
        "@type": "ImageObject",
        "url": site + address("photo", photo.image_sha256),
        "width": photo.width,
        "height": photo.height,
        "caption": photo.caption,
        "creditText": photo.credit,
    }


def _correction(correction):
    return {
        "@type": "CorrectionComment",
        "text": correction.note,
        "datePublished": correction.closed_at.isoformat(),
    }
