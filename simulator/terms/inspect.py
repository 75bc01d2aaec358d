"""How Elixir prints terms (a first, plain form)."""


def inspect(term: object) -> str:
    return str(term)
