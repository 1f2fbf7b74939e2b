"""Files as strangers send them: named, counted, unpacked, kept where no address leads."""
