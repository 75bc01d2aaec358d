# spawn/3: a function given by module, name and arguments
#
# The second process is to add 2 and "three". spawn gives a pid all the same; only when the process runs does
# it crash. A report appears on standard error, and the main process does not even notice.
#
# Try: simulator diagram spawn_module.exs -o spawn_module.png

defmodule Math do
  def add(a, b) do
    IO.puts("#{a} + #{b} = #{a + b}")
  end
end

spawn(Math, :add, [2, 3])
spawn(Math, :add, [2, "three"])
Process.sleep(1000)
IO.puts("The main process is fine")
