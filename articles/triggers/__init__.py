"""Rules that the database itself keeps, whoever asks: records that stay, stamps that change."""
