"""Enum, and the protocols by which things are enumerated and collected."""
