"""Articles and photos: lists, forms, versions, tags."""
