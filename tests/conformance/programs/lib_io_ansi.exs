# IO.ANSI: colours, off where there is no terminal.
IO.inspect(IO.ANSI.format([:red, "plain"], false))
IO.inspect(IO.ANSI.format([:red, "hot", :bright, [" x", :reset]], true))
IO.puts(IO.ANSI.format([:green, "ok"]))
IO.inspect(IO.ANSI.red() <> "x" <> IO.ANSI.reset())
IO.inspect(IO.ANSI.enabled?())
IO.inspect(IO.ANSI.format_fragment([:blue, "f"], true))
IO.inspect({IO.ANSI.cursor(2, 3), IO.ANSI.cursor_up(2), IO.ANSI.color(5), IO.ANSI.light_red_background(), IO.ANSI.clear()})
try do IO.ANSI.format([:nonsense, "x"], true) rescue e -> IO.puts(Exception.message(e)) end
