"""Modules while a program runs: which are loaded, what they export, protocols and behaviours."""
