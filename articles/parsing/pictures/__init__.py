"""The photos of a page: captions, credits, and the article each belongs to."""
