# Heredocs, interpolation of all kinds, escapes, multi-line texts.
name = "World"
IO.puts("""
Hello, #{name}!
  Indented "quotes" and \\ backslash
\ttab #{1 + 1} #{:atom} #{nil} #{1.5} #{[104, 105]} #{'chars'}
""")

IO.puts('''
charlist heredoc
''')

IO.puts("one \
line")
IO.puts("a" <> "b" <> "#{"c"}")
IO.puts(["io", ?l, [105, "st"], 10, "end"])
IO.puts(:atom)
IO.puts(42)
IO.puts(1.0)
IO.puts('charlist')
IO.puts([])
IO.puts("")
IO.write("no newline")
IO.write("\n")
IO.puts("unicode: \u{1F600} é")
IO.puts(~S(raw \n #{x}))
IO.inspect("with \"quotes\" and \n newline and \e escape \0 null")
