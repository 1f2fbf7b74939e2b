"""Pictures: taken in, cut out of pages, made smaller, and how a printed page looks."""
