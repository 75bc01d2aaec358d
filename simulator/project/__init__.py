"""A Mix project: its files, its configuration, its dependencies, its applications; without Mix and without Erlang."""
