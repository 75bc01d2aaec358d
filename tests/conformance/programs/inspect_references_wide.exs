# Where lines end with references in them, which are as wide as a BEAM's.
r = Process.monitor(spawn(fn -> 1 end))
receive do m -> IO.inspect(m) end
IO.inspect({self(), r, r})
IO.inspect([self(), r])
IO.inspect(%{ref: r, pid: self(), list: [1, 2, 3]})
IO.inspect({:ok, %{timer: r, who: self()}, "a text that is long enough"})
IO.inspect([{self(), r}, {self(), make_ref()}])
IO.inspect({r, [:alias | r]})
IO.inspect({:"$gen_call", {self(), [:alias | r]}, :get})
