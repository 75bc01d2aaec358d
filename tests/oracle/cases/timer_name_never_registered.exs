# A timer for a name that nobody has when it fires is lost in silence.
defmodule Main do
  def main do
    ref = Process.send_after(:nobody, :alarm, 10)
    Process.sleep(40)
    IO.inspect(Process.cancel_timer(ref))
  end
end

Main.main()
