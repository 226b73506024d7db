"""What the texts of office programs have in common, whichever of their formats they are kept in."""
