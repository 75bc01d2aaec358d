import ExUnit.Assertions

assert 1 + 1 == 2
IO.inspect(assert {:ok, x} = {:ok, 3})
IO.inspect(x)

try do
  assert x == 4
rescue
  error in [ExUnit.AssertionError] -> IO.puts(Exception.message(error))
end

send(self(), :hello)
assert_received :hello
refute x == 5
assert x > 3
