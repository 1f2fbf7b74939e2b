"""What a row is by its own words: openings, bylines, credits, page matter."""
