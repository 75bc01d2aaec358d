# The second cancel_timer is false, as is one of a reference that is no timer.
defmodule Main do
  def main do
    ref = Process.send_after(self(), :alarm, 10_000)
    IO.inspect({is_integer(Process.cancel_timer(ref)), Process.cancel_timer(ref), Process.cancel_timer(make_ref())})
  end
end

Main.main()
