"""One file for each form that is written as Python."""
