"""Verifies redlines. It shares nothing with what writes them but how a package is opened."""

from sverka.redline.verification.verifying import verify

__all__ = ["verify"]
