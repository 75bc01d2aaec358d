"""State machines: ``gen_statem``."""
