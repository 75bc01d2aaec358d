"""The compiler: expanded programs -> Python code objects, which can be kept as bytes, and loaded."""

from simulator.elixir.compile.program import VERSION, Compiled, compile_program, dumps, load_program, loads

__all__ = ["VERSION", "Compiled", "compile_program", "dumps", "load_program", "loads"]
