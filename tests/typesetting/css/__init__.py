"""Printed pages set in CSS and printed by Chromium: PDFs of another tool than our own."""

from .printing import missing_chromium, webs

__all__ = ["missing_chromium", "webs"]
