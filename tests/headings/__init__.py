"""Headings that nobody printed, and what their marks are worth: see `__main__`."""
