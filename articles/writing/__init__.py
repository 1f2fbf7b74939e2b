"""Working on a text: drafts, autosaves, pictures, suggestions, and the assignments behind them."""
