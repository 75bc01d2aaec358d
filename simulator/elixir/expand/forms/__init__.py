"""Special forms."""
