# The String module.
s = "Hello, Wörld"
IO.inspect({String.length(s), byte_size(s), String.upcase(s), String.downcase(s), String.capitalize("hELLO"), String.reverse(s)})
IO.inspect({String.split("a b  c"), String.split("a,b,,c", ","), String.split("a,b,c", ",", parts: 2), String.split("a,,b", ",", trim: true), String.split("abc", "")})
IO.inspect({String.trim("  x "), String.trim_leading("xxa", "x"), String.trim_trailing("a  ")})
IO.inspect({String.contains?(s, "Wör"), String.contains?(s, ["zz", "He"]), String.starts_with?(s, "Hell"), String.ends_with?(s, ["x", "ld"])})
IO.inspect({String.replace("aXbX", "X", "-"), String.replace("aXbX", "X", "-", global: false)})
IO.inspect({String.slice(s, 0, 5), String.slice(s, -5..-1), String.slice(s, 7..-1), String.at(s, 1), String.at(s, 99), String.first(s), String.last(s)})
IO.inspect({String.pad_leading("7", 3, "0"), String.pad_trailing("ab", 4), String.duplicate("ab", 3)})
IO.inspect({String.graphemes("añb"), String.codepoints("ab"), String.to_charlist("abc"), String.next_codepoint("ab")})
IO.inspect({String.to_integer("42"), String.to_float("1.5"), String.to_atom("hey"), String.to_existing_atom("ok")})
IO.inspect({String.valid?("ab"), String.valid?(<<255>>), String.printable?("a\n"), String.jaro_distance("martha", "marhta")})
IO.inspect({String.split_at("hello", 2), String.downcase("ÀÉ"), String.equivalent?("a", "a"), String.myers_difference("abc", "adc")})
try do
  String.to_integer("x1")
rescue
  e -> IO.puts(Exception.message(e))
end
