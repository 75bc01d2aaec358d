# The Integer module.
require Integer
IO.inspect({Integer.is_odd(3), Integer.is_even(3), Integer.digits(120), Integer.undigits([1, 2]), Integer.to_charlist(5)})
IO.inspect({Integer.floor_div(-7, 2), Integer.mod(-7, 3), Integer.pow(2, 8), Integer.gcd(0, 5), Integer.parse("0x1"), Integer.parse("ff", 16)})
IO.inspect({Integer.to_string(1234, 2), Integer.extended_gcd(240, 46)})
import Bitwise
IO.inspect({5 &&& 3, 5 ||| 3, bxor(5, 3), 1 <<< 4, 256 >>> 2, ~~~5})
IO.inspect(123_456_789 * 987_654_321 * 123_456_789)
