"""Kernel, modules, functions, atoms, numbers, exceptions, applications: the language itself."""
