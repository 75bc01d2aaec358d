"""Tasks: started, awaited, as a stream, supervised."""
