"""The machines' door: what is live as JSON, to be read by anybody's programs (docs/machines.md)."""
