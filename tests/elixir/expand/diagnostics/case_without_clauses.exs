case 1 do
  2
end
