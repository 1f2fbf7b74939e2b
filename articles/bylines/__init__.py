"""People with a byline: who they are, who is the same, and what each has written."""
