"""Says what each change is about: numbers, dates, names, quotations, words and marks."""
