"""Registries: names that are any term, and groups of processes by key."""
