# Maps: building, updating, matching, access.
m = %{:a => 1, "b" => 2, 3 => [1]}
IO.inspect(m)
IO.inspect({m.a, m["b"], m[3], m[:none]})
IO.inspect(%{m | a: 10})
IO.inspect(Map.put(m, :c, 3))
IO.inspect(%{1 => :int, 1.0 => :float})
IO.inspect(map_size(m))
%{a: a} = m
IO.inspect(a)
try do
  %{m | zzz: 1}
rescue
  e in KeyError -> IO.puts(Exception.message(e))
end
try do
  m.zzz
rescue
  e in KeyError -> IO.puts(Exception.message(e))
end
try do
  Map.fetch!(m, :zzz)
rescue
  e in KeyError -> IO.puts(Exception.message(e))
end
IO.inspect(Enum.map(%{b: 2, a: 1}, fn {k, v} -> {k, v * 2} end))
