"""What is warned of, and what is refused."""
