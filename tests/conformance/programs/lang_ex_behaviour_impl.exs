# Behaviours with several implementations chosen at run time; optional callbacks.
defmodule Storage do
  @callback save(term, String.t()) :: {:ok, term}
  @callback load(term) :: String.t()
  @callback info() :: atom
  @optional_callbacks info: 0

  def roundtrip(module, state, text) do
    {:ok, state} = module.save(state, text)
    extra = if function_exported?(module, :info, 0), do: module.info(), else: :no_info
    {module.load(state), extra}
  end
end

defmodule Storage.Mem do
  @behaviour Storage
  @impl true
  def save(_, text), do: {:ok, text}
  @impl true
  def load(text), do: text
end

defmodule Storage.Rev do
  @behaviour Storage
  @impl Storage
  def save(_, text), do: {:ok, String.reverse(text)}
  @impl Storage
  def load(text), do: String.reverse(text)
  @impl Storage
  def info, do: :reversed
end

for m <- [Storage.Mem, Storage.Rev], do: IO.inspect(Storage.roundtrip(m, nil, "text"))
IO.inspect(Storage.behaviour_info(:callbacks) |> Enum.sort())
