"""Rows → stories: bodies, the headlines given to them, and how far that can be trusted."""
