# Exit reasons as Exception.format_exit prints them, and banners of every kind.
reasons = [:normal, :shutdown, {:shutdown, 1}, :killed, :kill, :noproc, :noconnection, :calling_self, :timeout, {:nodedown, :n@h}, :nodedown, :badarg, {:badarg, []},
  {%RuntimeError{message: "x"}, []}, {{:badmatch, 1}, []}, {:function_clause, [{Foo, :bar, [1], [file: 'a.ex', line: 3]}]}, {:undef, [{Foo, :bar, [1], []}]}, {{:nocatch, 1}, []},
  {:noproc, {GenServer, :call, [:x, :y, 5000]}}, {:timeout, {GenServer, :call, [:x, :y, 5000]}}, {:normal, {GenServer, :call, [:x, :y, 5000]}}, {:calling_self, {GenServer, :call, [:x, :y, 5000]}},
  {{:nodedown, :n@h}, {GenServer, :call, [:x, :y, 5000]}}, {:shutdown, {GenServer, :call, [:x, :y]}}, {{:shutdown, 2}, {:gen_server, :call, [:x, :y]}}, {{%ArgumentError{message: "a"}, []}, {GenServer, :call, [1, 2, 3]}},
  {:already_started, self()}, {:bad_return_value, :x}, {:bad_return, {Foo, :x}}, {:bad_return, {:init, :x}}, {:EXIT, :x}, {{:EXIT, {:undef, [{Foo, :bar, [], []}]}}, {Foo, :bar, []}},
  {:failed_to_start_child, 1, :x}, {:shutdown, {:failed_to_start_child, Foo, {:EXIT, {:undef, [{Foo, :start_link, [[]], []}]}}}}, {:shutdown, {:failed_to_start_child, Foo, {%RuntimeError{message: "z"}, [{Foo, :init, 1, [file: 'f.ex', line: 7]}]}}},
  {:shutdown, {:failed_to_start_child, Foo, {:already_started, self()}}}, {:invalid_child_spec, 1}, {:invalid_restart_type, 1}, {:supervisor_data, 1}, {:bad_supervisor_configuration, Foo, 1}, {:start_spec, {:duplicate_child_name, 3}}, {:start_spec, {:invalid_shutdown, 3}}, {:start_spec, 3}, {:supervisor_data, {:invalid_type, 3}}, {:supervisor_data, {:invalid_strategy, 3}}, {:supervisor_data, {:invalid_intensity, 3}}, {:supervisor_data, {:invalid_period, 3}}, {:supervisor_data, {:invalid_max_children, 3}}, {:supervisor_data, {:invalid_extra_arguments, 3}},
  {:unknown, 1, 2}, "text", 12, [1], {:a, {M, :f, 2}}, {:a, {M, :f, [1]}}, {:a, {M, :f, [:b | :c]}}, {:badarith, []}, {{:case_clause, 1}, []}, {:system_limit, [{:erlang, :spawn, [], []}]}, {{:badkey, 1}, []}, {:badarity, 1}, {{:badarity, {&is_nil/1, [1, 2]}}, []}, {:if_clause, []}, {{:try_clause, 3}, []}, {{:badfun, 3}, []}, {{:badmap, 3}, []}, {{:bad_generator, 1}, []}, {{:unknown_thing, 1}, [{M, :f, 2, []}]}]
for x <- reasons do
  IO.puts(String.replace(inspect(x), ~r/#\w+<[^>]*>/, "#ID") <> "\n  => " <> String.replace(Exception.format_exit(x), ~r/#\w+<[^>]*>/, "#ID"))
end
for k <- [:error, :exit, :throw, {:EXIT, self()}], x <- [:a, %RuntimeError{message: "m"}, {:b, 1}, :badarg, {:shutdown, 1}] do
  IO.puts(String.replace(Exception.format_banner(k, x), ~r/#\w+<[^>]*>/, "#ID"))
  IO.puts(String.replace(Exception.format(k, x, [{Foo, :bar, 2, [file: 'x.ex', line: 1]}]), ~r/#\w+<[^>]*>/, "#ID"))
end
for e <- [{Foo, :bar, 1, []}, {Foo, :bar, [1, :a], [file: 'f.ex', line: 2]}, {Foo, :"-f/1-fun-0-", 2, [file: 'f.ex', line: 0]}, {Foo, :__MODULE__, 0, []}, {:erl, :"odd name", 0, []}, {fn -> 1 end, [], []} , {Foo, :"MACRO-m", 2, []}, {nil, :f, 1, []}, {:elixir_compiler_1, :__FILE__, 1, [file: 'f.exs', line: 3]}, {Foo.Bar, :is?, 1, [file: 'a/b.ex', line: 1, error_info: %{}]}] do
  IO.puts(String.replace(Exception.format_stacktrace_entry(e), ~r/#\w+<[^>]*>/, "#ID"))
end
IO.puts(Exception.format_mfa(Foo, :bar, [1, "x", %{a: 1}]))
IO.puts(Exception.format_mfa(:lists, :"a-b", nil |> List.wrap()))
IO.puts(Exception.format_file_line("f.ex", 3, " "))
IO.puts(Exception.format_file_line_column("f.ex", 3, 4, "|"))
IO.inspect(Exception.format_file_line(nil, 3))
IO.inspect(Exception.format_file_line("f", 0))
IO.inspect(Exception.format_fa(fn a, b -> a + b end, 2) |> String.replace(~r/#\w+<[^>]*>/, "#ID"))
