"""The printed paper: publications, issues, pages, and how they come in."""
