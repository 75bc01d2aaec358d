# More than twenty tries and comprehensions within each other.
defmodule T do
 def f(x) do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
x.()
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
rescue _ -> :r
end
end
 def g(x) do
for i0 <- [x] do
for i1 <- [x] do
for i2 <- [x] do
for i3 <- [x] do
for i4 <- [x] do
for i5 <- [x] do
for i6 <- [x] do
for i7 <- [x] do
for i8 <- [x] do
for i9 <- [x] do
for i10 <- [x] do
for i11 <- [x] do
for i12 <- [x] do
for i13 <- [x] do
for i14 <- [x] do
for i15 <- [x] do
for i16 <- [x] do
for i17 <- [x] do
for i18 <- [x] do
for i19 <- [x] do
for i20 <- [x] do
for i21 <- [x] do
for i22 <- [x] do
for i23 <- [x] do
for i24 <- [x] do
i0 + i24
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
 end
 def k(x) do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
try do
x.()
rescue
 e in [ArgumentError] -> {0, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(0)
end
rescue
 e in [ArgumentError] -> {1, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(1)
end
rescue
 e in [ArgumentError] -> {2, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(2)
end
rescue
 e in [ArgumentError] -> {3, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(3)
end
rescue
 e in [ArgumentError] -> {4, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(4)
end
rescue
 e in [ArgumentError] -> {5, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(5)
end
rescue
 e in [ArgumentError] -> {6, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(6)
end
rescue
 e in [ArgumentError] -> {7, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(7)
end
rescue
 e in [ArgumentError] -> {8, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(8)
end
rescue
 e in [ArgumentError] -> {9, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(9)
end
rescue
 e in [ArgumentError] -> {10, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(10)
end
rescue
 e in [ArgumentError] -> {11, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(11)
end
rescue
 e in [ArgumentError] -> {12, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(12)
end
rescue
 e in [ArgumentError] -> {13, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(13)
end
rescue
 e in [ArgumentError] -> {14, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(14)
end
rescue
 e in [ArgumentError] -> {15, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(15)
end
rescue
 e in [ArgumentError] -> {16, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(16)
end
rescue
 e in [ArgumentError] -> {17, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(17)
end
rescue
 e in [ArgumentError] -> {18, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(18)
end
rescue
 e in [ArgumentError] -> {19, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(19)
end
rescue
 e in [ArgumentError] -> {20, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(20)
end
rescue
 e in [ArgumentError] -> {21, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(21)
end
rescue
 e in [ArgumentError] -> {22, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(22)
end
rescue
 e in [ArgumentError] -> {23, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(23)
end
rescue
 e in [ArgumentError] -> {24, e.message}
 e -> reraise(e, __STACKTRACE__)
 after IO.puts(24)
end
end
end
IO.inspect({T.f(fn -> 1 end), T.f(fn -> raise "x" end)})
IO.inspect(T.g(4))
IO.inspect(T.k(fn -> raise ArgumentError, "no" end))
IO.inspect(try do T.k(fn -> raise "other" end) rescue e -> e end)
