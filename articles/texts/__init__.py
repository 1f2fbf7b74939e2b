"""Text as plain values: its form, its parts, what two of them have in common. Knows no database."""
