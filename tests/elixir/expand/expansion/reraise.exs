try do
  try do
    raise "x"
  rescue
    e -> reraise e, __STACKTRACE__
  end
rescue
  e -> IO.inspect(e)
end
try do
  :erlang.error(:badarg)
rescue
  e in ArgumentError -> IO.inspect(e)
end
try do
  1 + :a
rescue
  ArithmeticError -> IO.puts("arith")
end
