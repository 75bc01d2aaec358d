"""What a process is and does."""
