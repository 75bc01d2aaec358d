"""The compiler: expanded programs -> Python code objects, which can be kept as bytes, and loaded."""
