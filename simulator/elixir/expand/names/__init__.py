"""What a name stands for: calls, macros, what the library has, the environment."""
