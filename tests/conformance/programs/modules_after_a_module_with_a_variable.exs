# modules that import, use or build what a module defines whose body mentions a variable of the script.
path = Path.join("folder", "file")

defmodule Paths do
  def name, do: unquote(Path.basename(path))
  defmacro twice(value), do: quote(do: unquote(value) * 2)
  defstruct [:a]

  defmacro __using__(_) do
    quote do
      import Paths
      def used, do: name()
    end
  end
end

defmodule Importing do
  import Paths
  def name_and_macro, do: {name(), twice(4)}
  def made, do: %Paths{a: 1}
end

defmodule Using do
  use Paths
end

defmodule Further do
  require Importing
  alias Using, as: U
  @known Importing.name_and_macro()
  def all, do: {@known, U.used(), Importing.made()}
end

IO.inspect(Further.all())
IO.inspect(Importing.name_and_macro())
IO.inspect(Module.split(Further))
