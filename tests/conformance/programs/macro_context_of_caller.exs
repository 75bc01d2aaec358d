# Variables that a macro gives the context of its caller are other ones than its own of the same name.
defmodule Parsers do
  defmacro defparser(call, do: body) do
    owner = __CALLER__.module
    call = Macro.postwalk(call, &owned(&1, owner))
    body = Macro.postwalk(body, &owned(&1, owner))
    {name, _, [_ | others]} = call

    quote do
      def unquote(name)(parser \\ nil, unquote_splicing(others)) when parser == nil or is_atom(parser) do
        {parser, unquote_splicing(others), unquote(body)}
      end
    end
  end

  defp owned({name, meta, nil}, owner), do: {name, meta, owner}
  defp owned(other, _), do: other
end

defmodule Text do
  import Parsers
  defparser(label(state, parser, name), do: {parser, name})
end

IO.inspect(Text.label(:first, "second", :third))
IO.inspect(Text.label("second", :third))

defmodule Evaluated do
  import Stream

  def try_it(code) do
    {value, _} = Code.eval_string(code, [n: 2], __ENV__)
    Enum.to_list(value)
  end
end

IO.inspect(Evaluated.try_it("take([1, 2, 3], n)"))
IO.inspect(Evaluated.try_it("map 1..n, &{&1, __MODULE__}"))

cells = :atomics.new(2, [])
IO.inspect({is_reference(cells), :atomics.add_get(cells, 2, 5), :atomics.get(cells, 1)})
