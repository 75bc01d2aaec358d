# What :error_logger is told in Erlang's formats is logged with terms as Elixir shows them.
ExUnit.start(autorun: false)

log = fn kind, format, args ->
  text = ExUnit.CaptureLog.capture_log(fn -> apply(:error_logger, kind, [format, args]) end)
  [_, level, message] = Regex.run(~r/\[(\w+)\]\s+(.*?)\n/s, text)
  IO.inspect({level, message})
end

log.(:error_msg, 'a ~p b ~tp c ~w d ~s e ~tp~n', [{:a, "b", 'cd'}, MyMod, [1, 2], "str", %{a: 1}])
log.(:info_msg, 'x ~p', [Foo.Bar])
log.(:warning_msg, 'long ~tp', [Enum.to_list(1..60)])
