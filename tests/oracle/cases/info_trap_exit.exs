# trap_exit tells whether exits are trapped.
defmodule Main do
  def main do
    before = Process.info(self(), :trap_exit)
    Process.flag(:trap_exit, true)
    IO.inspect({before, Process.info(self(), :trap_exit)})
  end
end

Main.main()
