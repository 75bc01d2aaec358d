# The messages of the exceptions of assertions, with values of more than a line.
ExUnit.start(autorun: false)
import ExUnit.Assertions
for f <- [
  fn -> assert Enum.map(1..30, & &1 * 1000) == Enum.map(1..31, & &1*1000) end,
  fn -> assert String.starts_with?("a", Enum.map(1..30, & "#{&1 * 1000}")) end,
  fn -> send(self(), Enum.map(1..30, & "#{&1 * 1000}")); x = 1; assert_receive {:foo, ^x}, 1 end,
  fn -> send(self(), :other); y = Enum.to_list(1..40); assert_received {:foo, ^y} end,
  fn -> x = Enum.map(1..30, & &1 * 1000); assert %{a: ^x} = %{b: x} end,
  fn -> assert 1 == 2, "my\nmessage" end,
  fn -> refute_received :other, "got\nit" end,
  fn -> assert "a\nb" == "a\nc" end,
  fn -> refute match?({_, _}, {1, 2}) end,
  fn -> assert_raise ArgumentError, fn -> :ok end end,
  fn -> assert_raise ArgumentError, fn -> raise "x" end end,
  fn -> assert_raise ArgumentError, "m", fn -> raise ArgumentError, "x\ny" end end,
  fn -> assert catch_throw(1) end,
] do
  e = try do f.() rescue e -> e end
  IO.puts Exception.message(e)
end
