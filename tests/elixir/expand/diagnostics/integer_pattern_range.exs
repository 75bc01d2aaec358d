case 5 do
  1..3 -> :in
  _ -> :out
end
