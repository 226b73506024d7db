"""Links the paragraphs of one version to those of the other."""
