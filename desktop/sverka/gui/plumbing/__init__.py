"""What the window works with and does not show: worker, settings, looks, keys, language."""
