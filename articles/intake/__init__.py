"""From a sent file to articles: received, recognised, planned, imported; page, issue, archive."""
