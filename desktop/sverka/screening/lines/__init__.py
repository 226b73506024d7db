"""How a text is set: its lines, what their ends say, their layout on paper and in print."""
