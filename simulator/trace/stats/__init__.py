"""The figures of a run: counted while it runs or from its trace, and told as text, CSV and JSON."""
