"""The page parser's tests: golden pages, measures, hostile input."""
