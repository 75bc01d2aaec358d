"""Mix: its environment, its projects."""
