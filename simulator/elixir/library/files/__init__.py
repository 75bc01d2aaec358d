"""IO, StringIO, File, Path."""
