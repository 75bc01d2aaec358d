"""Keyword, Map, MapSet, List, Range, Tuple."""
