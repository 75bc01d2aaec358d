IO.puts(name)
