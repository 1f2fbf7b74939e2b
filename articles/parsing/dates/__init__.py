"""The dates that running text names: found, resolved against the issue, held against each other."""
