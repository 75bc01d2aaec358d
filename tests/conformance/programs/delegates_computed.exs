# Delegates whose target and name the module's body computes.
defmodule G do
  def gen(kind, name) do
    quote bind_quoted: [name: name, kind: kind] do
      args = Macro.generate_arguments(2, __MODULE__)
      defdelegate unquote(name)(unquote_splicing(args)), to: kind
    end
  end
  defmacro __before_compile__(_) do
    for n <- [:div, :rem], do: gen(:erlang, n)
  end
end
defmodule M do
  @before_compile G
end
IO.inspect M.div(7, 2)
IO.inspect M.rem(7, 2)
defmodule N do
  to = String
  defdelegate upcase(x), to: to
  as = :downcase
  defdelegate lower(x), to: Module.concat([:String]), as: as
  for name <- [:length, :to_string], do: defdelegate unquote(name)(x), to: Kernel, as: name
end
IO.inspect {N.upcase("a"), N.lower("A"), N.length([1]), N.to_string(3)}
