"""PageRecord → plain JSON values: the schema of labelled pages, and the whole record beside it."""

from dataclasses import asdict

from articles.parsing.exchange.labels import labels_to_json
from articles.parsing.ledger import ledger
from articles.records import ArticleRecord, BlockKind, CreditRole, PageRecord, PhotoRecord


def page_to_json(record: PageRecord) -> dict:
    """`articles` and `captions` for scoring; lines, labels, doubts and ledger for a closer look."""
    report = ledger(record)
    return {
        "articles": [_article(a) for a in record.articles],
        "captions": [_photo(p) for p in record.photos],
        "furniture": list(record.furniture),
        "folio": asdict(record.folio),
        "staff": [asdict(c) for c in record.staff],
        "lines": [[x.number, x.segment, x.raw, x.width] for x in record.lines],
        "labels": labels_to_json(record.labels),
        "doubts": [
            {
                "kind": d.kind,
                "line": d.line,
                "unit": d.unit,
                "candidates": list(d.candidates),
                "message": d.message % dict(d.params),
            }
            for d in record.doubts
        ],
        "ledger": {"closed": report.closed, "missing": report.missing, "surplus": report.surplus},
        "parser_version": record.parser_version,
    }


def _names(credits, role: CreditRole) -> list[str]:
    return [c.name for c in credits if c.role is role]


def _article(article: ArticleRecord) -> dict:
    text = [p for p in article.paragraphs if p.kind is not BlockKind.SUBHEAD]
    return {
        "unit": article.unit,
        "kind": article.kind,
        "column": article.column,
        "kicker": article.kicker,
        "headline": article.headline,
        "deck": article.deck,
        "byline": article.byline,
        "source": article.source,
        "reporters": _names(article.credits, CreditRole.REPORTER),
        "correspondents": _names(article.credits, CreditRole.CORRESPONDENT),
        "authors": _names(article.credits, CreditRole.AUTHOR),
        "paragraphs": [p.text for p in text],
        "subheads": _subheads(article),
        "jumps": list(article.jumps),
        "confidence": article.confidence,
    }


def _subheads(article: ArticleRecord) -> list[dict]:
    out, before = [], 0
    for paragraph in article.paragraphs:
        if paragraph.kind is BlockKind.SUBHEAD:
            out.append({"text": paragraph.text, "before": before})
        else:
            before += 1
    return out


def _photo(photo: PhotoRecord) -> dict:
    return {
        "unit": photo.unit,
        "text": photo.caption,
        "photographers": _names(photo.credits, CreditRole.PHOTOGRAPHER),
        "credit": photo.credit,
        "related": photo.related,
        "confidence": photo.confidence,
    }
