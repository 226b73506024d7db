"""Runs comparisons in a process of their own."""
