# A program that kills itself.
Process.exit(self(), :kill)
Process.sleep(50)
IO.puts("never printed")
