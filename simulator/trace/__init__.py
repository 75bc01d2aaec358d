"""The trace of a run."""
