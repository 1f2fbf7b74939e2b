"""How fast it is here: `./run bench`. Figures for comparing within one run; none can fail."""
