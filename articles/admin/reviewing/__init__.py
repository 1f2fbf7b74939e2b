"""The review screen, slips, proof marks and the house dictionary."""
