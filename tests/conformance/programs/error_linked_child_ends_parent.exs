# A linked child that raises takes the program with it: exit status 1.
spawn_link(fn -> raise ArgumentError, "from the child" end)
Process.sleep(50)
IO.puts("never printed")
