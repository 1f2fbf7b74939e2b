"""What editors do to a page's labels, and what is kept of it when the page is read again."""
