"""``defmodule``, and what stands in one."""
