case 1 do
  ^(1 + 1) -> 1
end
