# How exceptions are worded: of their own messages, of exits, of stack traces, of blame.
defmodule E do
  defexception [:code, message: "default"]
end
defmodule E2 do
  defexception [:x]
  def exception(o), do: %E2{x: o[:x]}
  def message(%{x: x}), do: "x is #{inspect(x)}"
  def blame(e, st), do: {%{e | x: {:blamed, e.x}}, st}
end
  t = fn f -> try do f.() rescue e -> IO.inspect(e); IO.puts(Exception.message(e)) catch k, v -> IO.puts(Exception.format_banner(k, v)) end end
t.(fn -> raise E end); t.(fn -> raise E, code: 5 end); t.(fn -> raise E, "msg" end); t.(fn -> raise E2, x: 1 end)
for r <- [:normal, :shutdown, {:shutdown, 1}, :killed, :noproc, {:noproc, {GenServer, :call, [:a, :b, 5000]}}, {:timeout, {GenServer, :call, [self(), :b, 5000]}} , {:nodedown, :a@b}, {%RuntimeError{message: "x"}, []}, {:badarg, []}, {:function_clause, [{M, :f, [1], []}]}, {{:nocatch, 1}, []}, {:bad_return_value, 5}, {:bad_return, {M, :init, 5}}, {:EXIT, :x}, {:already_started, 1}, :noconnection, {:undef, [{A, :b, [], []}]}, "str", {1, 2, 3}, :calling_self, {:badmatch, 1}, {:max_children}, {:start_spec, {:invalid, 1}}, {:supervisor_data, {:invalid_type, 1}}, {:failed_to_start_child, :a, :b}, {:shutdown, {:failed_to_start_child, :a, {:badarg, []}}}] do
  IO.puts(Exception.format_exit(r) |> String.replace(~r/#PID<[\d.]+>/, "PID"))
end
IO.puts(Exception.format(:error, %RuntimeError{message: "x"}, [{M, :f, 1, [file: 'a.ex', line: 3]}, {M, :g, [1, "a"], []}, {:erlang, :h, 2, []}, {M, :"-k/1-fun-0-", 2, [file: 'b.ex', line: 9]}, {M, :"Elixir.x y", 0, []}, {:elixir_compiler_0, :__FILE__, 1, [file: 'c.exs', line: 1]}]))
IO.puts(Exception.format_mfa(Foo, :bar, 1)); IO.puts(Exception.format_mfa(Foo, :bar, [1, :a])); IO.puts(Exception.format_mfa(nil, nil, [])); IO.puts(Exception.format_mfa(Foo, :"b r", 1)); IO.puts(Exception.format_mfa(:foo, :"-bar/1-fun-0-", 1))
IO.puts(Exception.format_fa(&String.upcase/1, 1)); IO.puts(Exception.format_file_line("a", 1)); IO.puts(Exception.format_file_line(nil, 1)); IO.puts(Exception.format_file_line_column("a", 1, 2))
IO.puts(Exception.format_stacktrace_entry({M, :f, 1, []})); IO.puts(Exception.format_stacktrace_entry({M, :f, 1, [file: 'x', line: 5]})); IO.puts(Exception.format_stacktrace([]))
IO.inspect(Exception.normalize(:error, :badarg)); IO.inspect(Exception.normalize(:error, {:badkey, :a}, [])); IO.inspect(Exception.normalize(:exit, :a)); IO.inspect(Exception.normalize(:error, {:weird, 1}))
IO.inspect(Exception.exception?(struct(E))); IO.inspect(is_exception(struct(E), E)); IO.inspect(is_exception(5))
IO.inspect(Exception.blame(:error, struct(E2, x: 1), []) |> elem(0))
IO.puts(Exception.format_banner(:error, {:case_clause, 5})); IO.puts(Exception.format_banner({:EXIT, self()}, :boo) |> String.replace(~r/#PID<[\d.]+>/, "PID"))
try do raise KeyError, key: :a, term: %{ab: 1, b: 2} rescue e -> IO.puts(Exception.message(e)) end
try do Map.fetch!(%{alpha: 1, beta: 2}, :alpa) rescue e -> {e, _} = Exception.blame(:error, e, __STACKTRACE__); IO.puts(Exception.message(e)) end
try do String.upcas("a") rescue e -> {e, _} = Exception.blame(:error, e, __STACKTRACE__); IO.puts(Exception.message(e)) end
try do apply(Strin, :upcase, []) rescue e -> IO.puts(Exception.message(e)) end
try do apply(E, :nope, [1]) rescue e -> IO.puts(Exception.message(e)) end
