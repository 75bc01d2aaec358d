defmodule Greeter do
  @env Mix.env()

  defmacro __using__(opts) do
    quote do
      def greet, do: Greeter.greeting().word <> ", " <> unquote(opts[:name]) <> "!"
    end
  end

  def greeting, do: %Base.Greeting{}
  def env, do: @env

  def fail do
    _ = raise "broken"
    :ok
  end
end
