"""What every step agrees on about text: folding, words, graphemes, dashes, quotes, sentences."""
