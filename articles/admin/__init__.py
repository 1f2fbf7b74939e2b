"""The editors' rooms: one file per noun. `rooms` registers them all."""
