"""String, Regex, Base, Inspect."""
