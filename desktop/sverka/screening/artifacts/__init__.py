"""Traces of the way a text has gone: mixed alphabets, stray spaces, broken encodings."""
