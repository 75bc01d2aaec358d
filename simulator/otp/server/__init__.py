"""What every server stands on: starting, calling, its callbacks, its crash; and GenServer itself."""
