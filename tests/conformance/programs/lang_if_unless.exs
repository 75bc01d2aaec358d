# if and unless without an else give nil; only nil and false are false.
IO.inspect(if(nil, do: 1))
IO.inspect(unless(true, do: 1))
IO.inspect(if 0, do: :zero_is_true, else: :no)
IO.inspect(if "", do: :empty_is_true)
IO.inspect(unless false, do: :yes, else: :no)
x = if true do
  y = 5
  y + 1
end
IO.inspect(x)
