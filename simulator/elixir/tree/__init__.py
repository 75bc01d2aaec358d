"""The tree that stands for a program: its nodes, its quoted form, building it, writing it as source."""
