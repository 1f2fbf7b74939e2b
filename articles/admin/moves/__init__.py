"""Moves at the editors' door: of one article or several, and who has one in hand."""
