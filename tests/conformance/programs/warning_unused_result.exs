# A value that nobody uses; a comparison with a variable that is bound again.
x = 1
x + 1
"text"
if true do
  x = 2
end
IO.inspect(x)
