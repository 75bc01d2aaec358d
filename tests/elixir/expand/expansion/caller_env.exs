defmodule Ce do
  defmacro where do
    %{module: m, function: f, line: l} = __CALLER__
    quote do: {unquote(m), unquote(f), unquote(l)}
  end
  defmacro show(ast) do
    IO.inspect(ast)
    IO.puts(Macro.to_string(ast))
    ast
  end
  defmacro vars(x) do
    case x do
      {name, _, ctx} when is_atom(name) and is_atom(ctx) -> name
      _ -> :not_a_variable
    end
  end
end
defmodule UseCe do
  require Ce
  def run(a) do
    {Ce.where(), Ce.show(a + 1), Ce.vars(a), Ce.vars(1)}
  end
end
IO.inspect(UseCe.run(1))
