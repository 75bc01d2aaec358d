# A behaviour whose callbacks are not all there, and an @impl that is none.
defmodule Speaker do
  @callback speak(String.t()) :: String.t()
  @callback quiet() :: :ok
end

defmodule Loud do
  @behaviour Speaker
  @impl true
  def speak(text), do: text
  @impl true
  def shout(text), do: text
end

IO.inspect(Loud.speak("hi"))
