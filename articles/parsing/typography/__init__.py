"""How a page is set: lines, rows, columns, paragraphs, by widths and breaks alone."""
