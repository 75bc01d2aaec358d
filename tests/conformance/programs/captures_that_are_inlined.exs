# A capture of a function that the compiler writes as one of Erlang's is that one.
IO.inspect([&Map.keys/1, &Map.values/1, &Map.to_list/1, &Map.merge/2, &Map.get/2, &Map.put/3, &Map.delete/2])
IO.inspect([&String.to_integer/1, &String.to_integer/2, &String.to_float/1, &String.duplicate/2, &String.to_atom/1])
IO.inspect([&hd/1, &tl/1, &elem/2, &length/1, &abs/1, &round/1, &div/2, &rem/2, &max/2, &is_integer/1, &is_atom/1])
IO.inspect([&+/2, &-/1, &++/2, &<=/2, &==/2, &!=/2, &===/2, &not/1])
IO.inspect([&Process.exit/2, &Process.monitor/1, &Process.alive?/1, &Process.link/1, &Process.sleep/1, &Process.list/0])
IO.inspect([&send/2, &self/0, &make_ref/0, &spawn/1, &spawn_link/1, &exit/1, &throw/1, &apply/2, &apply/3])
IO.inspect([&Atom.to_string/1, &Atom.to_charlist/1, &Integer.to_string/1, &Integer.to_charlist/1, &List.to_tuple/1])
IO.inspect([&Tuple.to_list/1, &Tuple.append/2, &Node.list/0, &System.monotonic_time/0, &System.system_time/0])
IO.inspect([&IO.iodata_to_binary/1, &IO.puts/1, &Enum.map/2, &Bitwise.band/2, &Kernel.inspect/1])
IO.inspect([Function.capture(Map, :keys, 1), Function.capture(Kernel, :hd, 1)])
IO.inspect(Function.info(&Map.keys/1, :module))
IO.inspect({(&Map.keys/1) == (&:maps.keys/1), (&Map.get/2) == (&:maps.get/2)})
IO.inspect({Enum.map([%{a: 1}], &Map.keys/1), Enum.reduce([1, 2], &+/2), Enum.map(["1"], &String.to_integer/1)})

try do
  Enum.map(["1", "x"], &String.to_integer/1)
rescue
  e -> IO.inspect({e, hd(__STACKTRACE__)})
end
