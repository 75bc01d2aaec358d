"""What a trace can be written as for other tools."""
