"""Page PDF → text in reading order with the place of every line; the one room that knows pdfium."""
