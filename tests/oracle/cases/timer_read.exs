# read_timer gives the milliseconds left and changes nothing; false once the timer has fired.
defmodule Main do
  def main do
    ref = Process.send_after(self(), :alarm, 200)
    IO.inspect(Process.read_timer(ref) in 190..200)
    Process.sleep(100)
    IO.inspect(Process.read_timer(ref) in 60..100)
    receive do :alarm -> IO.inspect(Process.read_timer(ref)) end
    IO.inspect(Process.read_timer(make_ref()))
  end
end

Main.main()
