# cancel_timer of a timer that has fired is false, and its message stays.
defmodule Main do
  def main do
    ref = Process.send_after(self(), :alarm, 10)
    Process.sleep(40)
    IO.inspect(Process.cancel_timer(ref))
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
