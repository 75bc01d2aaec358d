"""The graph of links: who is linked with, monitors, supervises and is known as whom."""
