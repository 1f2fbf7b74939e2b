"""Labels, layouts and records ↔ JSON values."""
