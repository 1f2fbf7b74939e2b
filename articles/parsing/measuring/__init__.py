"""How well pages are read: measures against a truth, and what got worse."""
