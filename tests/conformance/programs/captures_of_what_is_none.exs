# Functions captured of what is no module, no name, no arity; a pipe into a place that is none.
r = fn f -> try do f.() rescue e -> {e.__struct__, Exception.message(e)} end end
IO.inspect r.(fn -> Macro.pipe(1, quote(do: foo(2)), :a) end)
IO.inspect r.(fn -> Macro.pipe(1, quote(do: foo(2)), -1) end)
IO.inspect r.(fn -> function_exported?("a", :b, 1) end)
IO.inspect r.(fn -> function_exported?(String, "b", 1) end)
IO.inspect r.(fn -> function_exported?(String, :b, :c) end)
IO.inspect r.(fn -> :erlang.make_fun("a", :b, 1) end)
IO.inspect r.(fn -> :erlang.make_fun(:a, "b", 1) end)
IO.inspect r.(fn -> :erlang.make_fun(:a, :b, -1) end)
IO.inspect r.(fn -> :erlang.make_fun(:a, :b, 256) end)
m = Process.get(:none, "x")
IO.inspect r.(fn -> &m.foo/1 end)
