"""What readers' pages rest on: facsimiles, related articles, old addresses, reports of errors."""
