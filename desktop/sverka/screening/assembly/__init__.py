"""The reading text: the lines that stay, put together into paragraphs."""
