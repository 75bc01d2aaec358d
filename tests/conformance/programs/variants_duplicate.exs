# String.duplicate of what is none.
t = fn f -> IO.inspect(try do f.() rescue e -> {e.__struct__, Exception.message(e)} end) end
t.(fn -> String.duplicate(1, "a") end)
t.(fn -> String.duplicate("a", "a") end)
t.(fn -> String.duplicate("a", -1) end)
t.(fn -> String.duplicate("a", 0) end)
