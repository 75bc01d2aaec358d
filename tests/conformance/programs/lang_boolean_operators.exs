# and, or, not take booleans; &&, ||, ! take anything.
IO.inspect({true and false, true or raise("never"), not true})
IO.inspect({nil && 1, 2 && 3, nil || :default, false || nil, !nil, !0})
try do
  1 and true
rescue
  e in BadBooleanError -> IO.puts(Exception.message(e))
end
try do
  not 1
rescue
  e in ArgumentError -> IO.puts(Exception.message(e))
end
