"""``python -m simulator`` is the command ``simulator``."""

from simulator.cli import entry

if __name__ == "__main__":
    entry()
