# A pinned variable is compared, an unpinned one is bound again.
x = 1
case 2 do
  ^x -> IO.puts("one")
  x -> IO.puts("bound #{x}")
end
IO.puts(x)
key = :a
%{^key => v} = %{a: 10, b: 20}
IO.puts(v)
f = fn ^x -> :same; _ -> :other end
IO.inspect({f.(1), f.(1.0), f.(2)})
