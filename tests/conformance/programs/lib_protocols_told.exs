# What the protocols of the library say of themselves and of terms; floats that are none; streams implement protocols.
for f <- [100000.0, 1.0e5, 123456.0, 1.0e15, 1.0e16, 1.0e17, 1.5e300, 0.0001, 0.00001, 100.0, 1.0e22, 123456789012345680.0, -0.0, 1.0e-7] do
  IO.inspect({f, :io_lib_format.fwrite_g(f), to_string(f), :erlang.float_to_binary(f, [:short]), Float.to_charlist(f), :io_lib.format("~p ~w ~g", [f, f, f]) |> IO.iodata_to_binary, Float.to_string(f)})
end
for s <- ["1.0e999", "-1.0e999", "1.0e-999", "1.0e308", "1.8e308"] do
  IO.inspect(try do :erlang.binary_to_float(s) rescue e -> e end)
  IO.inspect(try do :erlang.list_to_float(String.to_charlist(s)) rescue e -> e end)
  IO.inspect(try do String.to_float(s) rescue e -> e end)
  IO.inspect(try do Float.parse(s) rescue e -> e end)
end
IO.inspect String.Chars.impl_for(1)
IO.inspect String.Chars.impl_for({1})
IO.inspect String.Chars.impl_for!("x")
IO.inspect Enumerable.impl_for([1])
IO.inspect Enumerable.impl_for(1..2)
IO.inspect Enumerable.impl_for(fn a, b -> {a, b} end)
IO.inspect Inspect.impl_for(%{})
IO.inspect Inspect.impl_for(1..2)
IO.inspect Inspect.impl_for(%RuntimeError{})
IO.inspect List.Chars.impl_for(:a)
IO.inspect Collectable.impl_for(%{})
IO.inspect Collectable.impl_for(1)
IO.inspect(try do String.Chars.impl_for!({1}) rescue e -> Exception.message(e) end)
IO.inspect String.Chars.__protocol__(:functions)
IO.inspect String.Chars.__protocol__(:consolidated?)
IO.inspect String.Chars.__protocol__(:module)
IO.inspect Enumerable.__protocol__(:functions)
IO.inspect String.Chars.impl_for(Version.parse!("1.0.0"))
IO.inspect Enumerable.impl_for(Stream.map([1], & &1))
IO.inspect Enumerable.impl_for(Stream.take([1], 1))
defprotocol P do def p(x) end
defimpl P, for: [Stream, Range, MapSet, Function, Date.Range, File.Stream, IO.Stream] do def p(_), do: {__MODULE__, @for} end
IO.inspect P.p(Stream.take([1,2], 1))
IO.inspect P.p(Stream.map([1,2], & &1))
IO.inspect P.p(Stream.filter([1,2], & &1))
IO.inspect P.p(IO.stream(:stdio, :line))
IO.inspect P.p(File.stream!("x"))
IO.inspect P.p(Date.range(~D[2020-01-01], ~D[2020-01-02]))
