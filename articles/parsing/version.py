"""The parser's version: stored with each run, raised whenever labels may come out otherwise."""

PARSER_VERSION = "1.22"
