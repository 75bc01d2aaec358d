# The function that @on_load names is called when the body of its module has run.
defmodule Loaded do
  @on_load :init
  def init do
    IO.puts("loading")
    :persistent_term.put(:loaded, __MODULE__)
    :ok
  end

  IO.puts("the body")
end

IO.inspect(:persistent_term.get(:loaded, nil))

defmodule Pair do
  @on_load {:init, 0}
  def init, do: if(:persistent_term.get(:loaded) == Loaded, do: :ok)
  def f, do: 1
end

IO.inspect(Pair.f())
