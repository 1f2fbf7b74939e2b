"""An issue as a zip that opens without a server: asked, made fit, packed."""
