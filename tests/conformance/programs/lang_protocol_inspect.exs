# Inspect: derived with only and except, and by hand.
defmodule Account do
  @derive {Inspect, only: [:id, :name]}
  defstruct [:id, :name, :password]
end

defmodule Secret do
  @derive {Inspect, except: [:key]}
  defstruct [:key, note: "n"]
end

defmodule Money do
  defstruct [:amount, :currency]

  defimpl Inspect do
    import Inspect.Algebra
    def inspect(m, opts), do: concat(["#Money<", to_doc(m.amount, opts), " ", m.currency, ">"])
  end
end

defmodule Run do
  def go do
    IO.inspect(%Account{id: 1, name: "a", password: "p"})
    IO.inspect(%Secret{key: 1})
    IO.inspect([%Money{amount: 5, currency: "EUR"}])
    IO.puts("#{inspect(%Money{amount: 5, currency: "EUR"})}")
    IO.inspect(%Account{id: 1}, structs: false)
  end
end

Run.go()
