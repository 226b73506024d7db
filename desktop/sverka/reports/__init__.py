"""Writes a comparison for people and for programs."""
