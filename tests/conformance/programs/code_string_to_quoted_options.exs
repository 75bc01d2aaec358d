# Text as quoted code, of a file and from a line on.
IO.inspect(Code.string_to_quoted!("x + 1\ny", file: "a.ex", line: 5))
IO.inspect(Code.string_to_quoted("f(x)", line: 2))
IO.inspect(Code.string_to_quoted("f(x)", []))
