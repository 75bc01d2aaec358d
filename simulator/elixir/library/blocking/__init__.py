"""Generator twins of the library's functions, made by ``python -m simulator.elixir.library.twins``."""
