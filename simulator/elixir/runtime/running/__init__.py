"""What compiled code calls while it runs, and how it is loaded."""
