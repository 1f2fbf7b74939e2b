"""Three reviews and proofs: what changed, comments, checks, marks, and the slip of record."""
