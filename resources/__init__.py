"""What the program carries besides code: icons, themes, translations, help pages, samples."""
