# A linked child that exits with a reason of its own.
spawn_link(fn -> exit({:failed, %{step: 3}}) end)
Process.sleep(50)
IO.puts("never printed")
