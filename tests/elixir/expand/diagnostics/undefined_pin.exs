case 1 do
  ^x -> 1
end
