# Integers, floats, division, rounding, conversion.
IO.inspect({7 / 2, div(7, 2), rem(-7, 2), Integer.mod(-7, 2), div(-7, 2)})
IO.inspect({0x1F, 0b101, 0o17, 1_000_000, ?a})
IO.inspect({1.0, 1.5e10, 1.0e-10, 123456789.123, 1.0e100, 0.1 + 0.2})
IO.inspect({round(2.5), trunc(-2.7), ceil(2.1), floor(-2.1)})
IO.inspect(2 ** 10)
IO.inspect(Integer.pow(2, 100))
IO.inspect({abs(-5), Integer.gcd(12, 18), Integer.digits(1234)})
IO.inspect({Integer.to_string(255, 16), String.to_integer("ff", 16), Float.round(3.14159, 2)})
IO.inspect({Integer.parse("12abc"), Float.parse("1.5x"), Integer.parse("x")})
IO.inspect({1 + 1.0, 3 * 2, 2 - 5, -3})
IO.inspect({Float.ceil(1.23, 1), Float.floor(1.29, 1), Float.to_string(2.0)})
try do
  div(1, 0)
rescue
  e -> IO.puts(Exception.message(e))
end
try do
  1 + "a"
rescue
  e -> IO.puts(Exception.message(e))
end
