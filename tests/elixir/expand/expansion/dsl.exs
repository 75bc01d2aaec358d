defmodule Dsl do
  defmacro __using__(_) do
    quote do
      import Dsl
      Module.register_attribute(__MODULE__, :fields, accumulate: true)
      @before_compile Dsl
    end
  end
  defmacro field(name, type \\ :string) do
    quote bind_quoted: [name: name, type: type] do
      @fields {name, type}
    end
  end
  defmacro __before_compile__(env) do
    fields = Module.get_attribute(env.module, :fields) |> Enum.reverse()
    defs = for {n, t} <- fields do
      quote do
        def type(unquote(n)), do: unquote(t)
      end
    end
    quote do
      unquote_splicing(defs)
      def type(_), do: nil
      def fields, do: unquote(Enum.map(fields, &elem(&1, 0)))
      defstruct unquote(Enum.map(fields, fn {n, _} -> {n, nil} end))
    end
  end
end
defmodule Person do
  use Dsl
  field :name
  field :age, :integer
end
IO.inspect({Person.fields(), Person.type(:age), Person.type(:zip)})
IO.inspect(struct(Person, name: "x"))
