"""Kernel's macros."""
