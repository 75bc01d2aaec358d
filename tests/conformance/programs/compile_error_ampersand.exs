# &1 outside of a capture.
f = &1 + 2
IO.inspect(f)
