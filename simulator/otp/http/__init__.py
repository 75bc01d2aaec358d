"""The outside world: declared hosts, what they answer and when, and the client that asks them."""
