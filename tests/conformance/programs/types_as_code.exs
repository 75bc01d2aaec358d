# Types as code, of forms that programs write themselves.
for t <- [{:type, 0, :any}, {:type, 3, :nonempty_list, [{:type, 0, :any}]}, :x, 5, {:integer, 3, 5}, {:char, 3, ?a}, {:paren_type, 3, [{:atom, 0, :a}]}, {:type, 3, :map, []}, {:type, 3, :map, :any}, {:type, 3, :binary, []},{:type, 3, :binary, [{:integer, 3, 0}, {:integer, 3, 0}]}, {:type, 3, :product, [{:atom, 0, :a}]}, {:type, 3, :bool, []}, {:type, 3, :tuple, []}, {:var, 3, :_}] do
  IO.inspect {t, try do Code.Typespec.type_to_quoted({:foo, t, []}) rescue e -> e.__struct__ end}
end
for q <- [quote(do: [a, ...]), quote(do: (... -> any)), quote(do: (a, b -> any | c)), quote(do: {:ok, (() -> b)} | f((a -> c), [b])), quote(do: (a :: b when [b: c, d: e]))], do: IO.puts(Macro.to_string(q))
defmodule Ty do
  @type t :: 1
  @callback a :: 1
end
IO.inspect([Code.Typespec.fetch_types(Ty), Code.Typespec.fetch_specs(Ty), Code.Typespec.fetch_callbacks(Nope)])
