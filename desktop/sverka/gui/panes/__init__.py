"""The two texts side by side, painted by the program itself."""
