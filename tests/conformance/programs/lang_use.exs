# use calls __using__ of a module.
defmodule Loud do
  defmacro __using__(opts) do
    suffix = Keyword.get(opts, :suffix, "!")
    quote do
      def shout(text), do: String.upcase(text) <> unquote(suffix)
      def quiet(text), do: text
      defoverridable quiet: 1
    end
  end
end
defmodule Speaker do
  use Loud, suffix: "?!"
  def quiet(text), do: "psst " <> super(text)
end
IO.puts(Speaker.shout("hey"))
IO.puts(Speaker.quiet("hey"))
