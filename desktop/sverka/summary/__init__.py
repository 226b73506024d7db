"""Says a comparison in words: names, places, excerpts and the summary."""
