"""Where an expression stands: its context, its unit, the state of its module, what can be told of it at once."""
