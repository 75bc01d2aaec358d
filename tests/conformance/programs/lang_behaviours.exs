# A behaviour names callbacks that modules implement.
defmodule Animal do
  @callback sound() :: String.t()
  @callback name(integer) :: String.t()
  def introduce(mod), do: "#{mod.name(1)} says #{mod.sound()}"
end
defmodule Dog do
  @behaviour Animal
  @impl true
  def sound, do: "woof"
  @impl Animal
  def name(n), do: "dog #{n}"
end
IO.puts(Animal.introduce(Dog))
IO.inspect(function_exported?(Dog, :sound, 0))
