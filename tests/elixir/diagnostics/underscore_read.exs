IO.puts(_)
