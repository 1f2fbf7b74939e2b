"""Text of one printed page → labels → PageRecord; pure, knows no Django."""

from articles.parsing.assemble import assemble
from articles.parsing.decoding import Decoded, SourceError, decode
from articles.parsing.doubts import DOUBTS
from articles.parsing.exchange.labels import labels_from_json, labels_to_json
from articles.parsing.exchange.layout_json import layout_from_json, layout_to_json
from articles.parsing.ledger import LedgerReport, ledger
from articles.parsing.page import lines_of, parse_page
from articles.parsing.rules import DEFAULT_RULES, Limits, Rules
from articles.parsing.version import PARSER_VERSION

__all__ = [
    "DEFAULT_RULES",
    "DOUBTS",
    "PARSER_VERSION",
    "Decoded",
    "LedgerReport",
    "Limits",
    "Rules",
    "SourceError",
    "assemble",
    "decode",
    "labels_from_json",
    "labels_to_json",
    "layout_from_json",
    "layout_to_json",
    "ledger",
    "lines_of",
    "parse_page",
]
