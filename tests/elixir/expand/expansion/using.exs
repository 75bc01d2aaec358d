defmodule Greeter do
  @callback greet(String.t()) :: String.t()
  defmacro __using__(opts) do
    greeting = Keyword.get(opts, :greeting, "Hello")
    quote do
      @behaviour Greeter
      @greeting unquote(greeting)
      def greet(name), do: "#{@greeting}, #{name}!"
      def who, do: __MODULE__
      defoverridable greet: 1
    end
  end
end
defmodule En do
  use Greeter
end
defmodule De do
  use Greeter, greeting: "Hallo"
  @impl true
  def greet(name), do: super(name) <> "?"
end
IO.puts(En.greet("A"))
IO.puts(De.greet("B"))
IO.inspect(De.who())
