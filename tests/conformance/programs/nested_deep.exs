# More than a hundred blocks within each other.
defmodule D do
 def f(x) do
case x do 0 -> :ok; _ -> 
case x do 1 -> :ok; _ -> 
case x do 2 -> :ok; _ -> 
case x do 3 -> :ok; _ -> 
case x do 4 -> :ok; _ -> 
case x do 5 -> :ok; _ -> 
case x do 6 -> :ok; _ -> 
case x do 7 -> :ok; _ -> 
case x do 8 -> :ok; _ -> 
case x do 9 -> :ok; _ -> 
case x do 10 -> :ok; _ -> 
case x do 11 -> :ok; _ -> 
case x do 12 -> :ok; _ -> 
case x do 13 -> :ok; _ -> 
case x do 14 -> :ok; _ -> 
case x do 15 -> :ok; _ -> 
case x do 16 -> :ok; _ -> 
case x do 17 -> :ok; _ -> 
case x do 18 -> :ok; _ -> 
case x do 19 -> :ok; _ -> 
case x do 20 -> :ok; _ -> 
case x do 21 -> :ok; _ -> 
case x do 22 -> :ok; _ -> 
case x do 23 -> :ok; _ -> 
case x do 24 -> :ok; _ -> 
case x do 25 -> :ok; _ -> 
case x do 26 -> :ok; _ -> 
case x do 27 -> :ok; _ -> 
case x do 28 -> :ok; _ -> 
case x do 29 -> :ok; _ -> 
case x do 30 -> :ok; _ -> 
case x do 31 -> :ok; _ -> 
case x do 32 -> :ok; _ -> 
case x do 33 -> :ok; _ -> 
case x do 34 -> :ok; _ -> 
case x do 35 -> :ok; _ -> 
case x do 36 -> :ok; _ -> 
case x do 37 -> :ok; _ -> 
case x do 38 -> :ok; _ -> 
case x do 39 -> :ok; _ -> 
case x do 40 -> :ok; _ -> 
case x do 41 -> :ok; _ -> 
case x do 42 -> :ok; _ -> 
case x do 43 -> :ok; _ -> 
case x do 44 -> :ok; _ -> 
case x do 45 -> :ok; _ -> 
case x do 46 -> :ok; _ -> 
case x do 47 -> :ok; _ -> 
case x do 48 -> :ok; _ -> 
case x do 49 -> :ok; _ -> 
case x do 50 -> :ok; _ -> 
case x do 51 -> :ok; _ -> 
case x do 52 -> :ok; _ -> 
case x do 53 -> :ok; _ -> 
case x do 54 -> :ok; _ -> 
case x do 55 -> :ok; _ -> 
case x do 56 -> :ok; _ -> 
case x do 57 -> :ok; _ -> 
case x do 58 -> :ok; _ -> 
case x do 59 -> :ok; _ -> 
case x do 60 -> :ok; _ -> 
case x do 61 -> :ok; _ -> 
case x do 62 -> :ok; _ -> 
case x do 63 -> :ok; _ -> 
case x do 64 -> :ok; _ -> 
case x do 65 -> :ok; _ -> 
case x do 66 -> :ok; _ -> 
case x do 67 -> :ok; _ -> 
case x do 68 -> :ok; _ -> 
case x do 69 -> :ok; _ -> 
case x do 70 -> :ok; _ -> 
case x do 71 -> :ok; _ -> 
case x do 72 -> :ok; _ -> 
case x do 73 -> :ok; _ -> 
case x do 74 -> :ok; _ -> 
case x do 75 -> :ok; _ -> 
case x do 76 -> :ok; _ -> 
case x do 77 -> :ok; _ -> 
case x do 78 -> :ok; _ -> 
case x do 79 -> :ok; _ -> 
case x do 80 -> :ok; _ -> 
case x do 81 -> :ok; _ -> 
case x do 82 -> :ok; _ -> 
case x do 83 -> :ok; _ -> 
case x do 84 -> :ok; _ -> 
case x do 85 -> :ok; _ -> 
case x do 86 -> :ok; _ -> 
case x do 87 -> :ok; _ -> 
case x do 88 -> :ok; _ -> 
case x do 89 -> :ok; _ -> 
case x do 90 -> :ok; _ -> 
case x do 91 -> :ok; _ -> 
case x do 92 -> :ok; _ -> 
case x do 93 -> :ok; _ -> 
case x do 94 -> :ok; _ -> 
case x do 95 -> :ok; _ -> 
case x do 96 -> :ok; _ -> 
case x do 97 -> :ok; _ -> 
case x do 98 -> :ok; _ -> 
case x do 99 -> :ok; _ -> 
case x do 100 -> :ok; _ -> 
case x do 101 -> :ok; _ -> 
case x do 102 -> :ok; _ -> 
case x do 103 -> :ok; _ -> 
case x do 104 -> :ok; _ -> 
case x do 105 -> :ok; _ -> 
case x do 106 -> :ok; _ -> 
case x do 107 -> :ok; _ -> 
case x do 108 -> :ok; _ -> 
case x do 109 -> :ok; _ -> 
case x do 110 -> :ok; _ -> 
case x do 111 -> :ok; _ -> 
case x do 112 -> :ok; _ -> 
case x do 113 -> :ok; _ -> 
case x do 114 -> :ok; _ -> 
case x do 115 -> :ok; _ -> 
case x do 116 -> :ok; _ -> 
case x do 117 -> :ok; _ -> 
case x do 118 -> :ok; _ -> 
case x do 119 -> :ok; _ -> 
case x do 120 -> :ok; _ -> 
case x do 121 -> :ok; _ -> 
case x do 122 -> :ok; _ -> 
case x do 123 -> :ok; _ -> 
case x do 124 -> :ok; _ -> 
case x do 125 -> :ok; _ -> 
case x do 126 -> :ok; _ -> 
case x do 127 -> :ok; _ -> 
case x do 128 -> :ok; _ -> 
case x do 129 -> :ok; _ -> 
 :deep
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
 end
 def g(x) do
if x > 0 do
if x > 1 do
if x > 2 do
if x > 3 do
if x > 4 do
if x > 5 do
if x > 6 do
if x > 7 do
if x > 8 do
if x > 9 do
if x > 10 do
if x > 11 do
if x > 12 do
if x > 13 do
if x > 14 do
if x > 15 do
if x > 16 do
if x > 17 do
if x > 18 do
if x > 19 do
if x > 20 do
if x > 21 do
if x > 22 do
if x > 23 do
if x > 24 do
if x > 25 do
if x > 26 do
if x > 27 do
if x > 28 do
if x > 29 do
if x > 30 do
if x > 31 do
if x > 32 do
if x > 33 do
if x > 34 do
if x > 35 do
if x > 36 do
if x > 37 do
if x > 38 do
if x > 39 do
if x > 40 do
if x > 41 do
if x > 42 do
if x > 43 do
if x > 44 do
if x > 45 do
if x > 46 do
if x > 47 do
if x > 48 do
if x > 49 do
if x > 50 do
if x > 51 do
if x > 52 do
if x > 53 do
if x > 54 do
if x > 55 do
if x > 56 do
if x > 57 do
if x > 58 do
if x > 59 do
if x > 60 do
if x > 61 do
if x > 62 do
if x > 63 do
if x > 64 do
if x > 65 do
if x > 66 do
if x > 67 do
if x > 68 do
if x > 69 do
if x > 70 do
if x > 71 do
if x > 72 do
if x > 73 do
if x > 74 do
if x > 75 do
if x > 76 do
if x > 77 do
if x > 78 do
if x > 79 do
if x > 80 do
if x > 81 do
if x > 82 do
if x > 83 do
if x > 84 do
if x > 85 do
if x > 86 do
if x > 87 do
if x > 88 do
if x > 89 do
if x > 90 do
if x > 91 do
if x > 92 do
if x > 93 do
if x > 94 do
if x > 95 do
if x > 96 do
if x > 97 do
if x > 98 do
if x > 99 do
if x > 100 do
if x > 101 do
if x > 102 do
if x > 103 do
if x > 104 do
if x > 105 do
if x > 106 do
if x > 107 do
if x > 108 do
if x > 109 do
if x > 110 do
if x > 111 do
if x > 112 do
if x > 113 do
if x > 114 do
if x > 115 do
if x > 116 do
if x > 117 do
if x > 118 do
if x > 119 do
if x > 120 do
if x > 121 do
if x > 122 do
if x > 123 do
if x > 124 do
if x > 125 do
if x > 126 do
if x > 127 do
if x > 128 do
if x > 129 do
:in
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
 def c(x, y) do
 cond do
  (z = y.(x); z == 0) -> {:found, 0, z}
  (z = y.(x); z == 1) -> {:found, 1, z}
  (z = y.(x); z == 2) -> {:found, 2, z}
  (z = y.(x); z == 3) -> {:found, 3, z}
  (z = y.(x); z == 4) -> {:found, 4, z}
  (z = y.(x); z == 5) -> {:found, 5, z}
  (z = y.(x); z == 6) -> {:found, 6, z}
  (z = y.(x); z == 7) -> {:found, 7, z}
  (z = y.(x); z == 8) -> {:found, 8, z}
  (z = y.(x); z == 9) -> {:found, 9, z}
  (z = y.(x); z == 10) -> {:found, 10, z}
  (z = y.(x); z == 11) -> {:found, 11, z}
  (z = y.(x); z == 12) -> {:found, 12, z}
  (z = y.(x); z == 13) -> {:found, 13, z}
  (z = y.(x); z == 14) -> {:found, 14, z}
  (z = y.(x); z == 15) -> {:found, 15, z}
  (z = y.(x); z == 16) -> {:found, 16, z}
  (z = y.(x); z == 17) -> {:found, 17, z}
  (z = y.(x); z == 18) -> {:found, 18, z}
  (z = y.(x); z == 19) -> {:found, 19, z}
  (z = y.(x); z == 20) -> {:found, 20, z}
  (z = y.(x); z == 21) -> {:found, 21, z}
  (z = y.(x); z == 22) -> {:found, 22, z}
  (z = y.(x); z == 23) -> {:found, 23, z}
  (z = y.(x); z == 24) -> {:found, 24, z}
  (z = y.(x); z == 25) -> {:found, 25, z}
  (z = y.(x); z == 26) -> {:found, 26, z}
  (z = y.(x); z == 27) -> {:found, 27, z}
  (z = y.(x); z == 28) -> {:found, 28, z}
  (z = y.(x); z == 29) -> {:found, 29, z}
  (z = y.(x); z == 30) -> {:found, 30, z}
  (z = y.(x); z == 31) -> {:found, 31, z}
  (z = y.(x); z == 32) -> {:found, 32, z}
  (z = y.(x); z == 33) -> {:found, 33, z}
  (z = y.(x); z == 34) -> {:found, 34, z}
  (z = y.(x); z == 35) -> {:found, 35, z}
  (z = y.(x); z == 36) -> {:found, 36, z}
  (z = y.(x); z == 37) -> {:found, 37, z}
  (z = y.(x); z == 38) -> {:found, 38, z}
  (z = y.(x); z == 39) -> {:found, 39, z}
  (z = y.(x); z == 40) -> {:found, 40, z}
  (z = y.(x); z == 41) -> {:found, 41, z}
  (z = y.(x); z == 42) -> {:found, 42, z}
  (z = y.(x); z == 43) -> {:found, 43, z}
  (z = y.(x); z == 44) -> {:found, 44, z}
  (z = y.(x); z == 45) -> {:found, 45, z}
  (z = y.(x); z == 46) -> {:found, 46, z}
  (z = y.(x); z == 47) -> {:found, 47, z}
  (z = y.(x); z == 48) -> {:found, 48, z}
  (z = y.(x); z == 49) -> {:found, 49, z}
  (z = y.(x); z == 50) -> {:found, 50, z}
  (z = y.(x); z == 51) -> {:found, 51, z}
  (z = y.(x); z == 52) -> {:found, 52, z}
  (z = y.(x); z == 53) -> {:found, 53, z}
  (z = y.(x); z == 54) -> {:found, 54, z}
  (z = y.(x); z == 55) -> {:found, 55, z}
  (z = y.(x); z == 56) -> {:found, 56, z}
  (z = y.(x); z == 57) -> {:found, 57, z}
  (z = y.(x); z == 58) -> {:found, 58, z}
  (z = y.(x); z == 59) -> {:found, 59, z}
  (z = y.(x); z == 60) -> {:found, 60, z}
  (z = y.(x); z == 61) -> {:found, 61, z}
  (z = y.(x); z == 62) -> {:found, 62, z}
  (z = y.(x); z == 63) -> {:found, 63, z}
  (z = y.(x); z == 64) -> {:found, 64, z}
  (z = y.(x); z == 65) -> {:found, 65, z}
  (z = y.(x); z == 66) -> {:found, 66, z}
  (z = y.(x); z == 67) -> {:found, 67, z}
  (z = y.(x); z == 68) -> {:found, 68, z}
  (z = y.(x); z == 69) -> {:found, 69, z}
  (z = y.(x); z == 70) -> {:found, 70, z}
  (z = y.(x); z == 71) -> {:found, 71, z}
  (z = y.(x); z == 72) -> {:found, 72, z}
  (z = y.(x); z == 73) -> {:found, 73, z}
  (z = y.(x); z == 74) -> {:found, 74, z}
  (z = y.(x); z == 75) -> {:found, 75, z}
  (z = y.(x); z == 76) -> {:found, 76, z}
  (z = y.(x); z == 77) -> {:found, 77, z}
  (z = y.(x); z == 78) -> {:found, 78, z}
  (z = y.(x); z == 79) -> {:found, 79, z}
  (z = y.(x); z == 80) -> {:found, 80, z}
  (z = y.(x); z == 81) -> {:found, 81, z}
  (z = y.(x); z == 82) -> {:found, 82, z}
  (z = y.(x); z == 83) -> {:found, 83, z}
  (z = y.(x); z == 84) -> {:found, 84, z}
  (z = y.(x); z == 85) -> {:found, 85, z}
  (z = y.(x); z == 86) -> {:found, 86, z}
  (z = y.(x); z == 87) -> {:found, 87, z}
  (z = y.(x); z == 88) -> {:found, 88, z}
  (z = y.(x); z == 89) -> {:found, 89, z}
  (z = y.(x); z == 90) -> {:found, 90, z}
  (z = y.(x); z == 91) -> {:found, 91, z}
  (z = y.(x); z == 92) -> {:found, 92, z}
  (z = y.(x); z == 93) -> {:found, 93, z}
  (z = y.(x); z == 94) -> {:found, 94, z}
  (z = y.(x); z == 95) -> {:found, 95, z}
  (z = y.(x); z == 96) -> {:found, 96, z}
  (z = y.(x); z == 97) -> {:found, 97, z}
  (z = y.(x); z == 98) -> {:found, 98, z}
  (z = y.(x); z == 99) -> {:found, 99, z}
  (z = y.(x); z == 100) -> {:found, 100, z}
  (z = y.(x); z == 101) -> {:found, 101, z}
  (z = y.(x); z == 102) -> {:found, 102, z}
  (z = y.(x); z == 103) -> {:found, 103, z}
  (z = y.(x); z == 104) -> {:found, 104, z}
  (z = y.(x); z == 105) -> {:found, 105, z}
  (z = y.(x); z == 106) -> {:found, 106, z}
  (z = y.(x); z == 107) -> {:found, 107, z}
  (z = y.(x); z == 108) -> {:found, 108, z}
  (z = y.(x); z == 109) -> {:found, 109, z}
  (z = y.(x); z == 110) -> {:found, 110, z}
  (z = y.(x); z == 111) -> {:found, 111, z}
  (z = y.(x); z == 112) -> {:found, 112, z}
  (z = y.(x); z == 113) -> {:found, 113, z}
  (z = y.(x); z == 114) -> {:found, 114, z}
  (z = y.(x); z == 115) -> {:found, 115, z}
  (z = y.(x); z == 116) -> {:found, 116, z}
  (z = y.(x); z == 117) -> {:found, 117, z}
  (z = y.(x); z == 118) -> {:found, 118, z}
  (z = y.(x); z == 119) -> {:found, 119, z}
  (z = y.(x); z == 120) -> {:found, 120, z}
  (z = y.(x); z == 121) -> {:found, 121, z}
  (z = y.(x); z == 122) -> {:found, 122, z}
  (z = y.(x); z == 123) -> {:found, 123, z}
  (z = y.(x); z == 124) -> {:found, 124, z}
  (z = y.(x); z == 125) -> {:found, 125, z}
  (z = y.(x); z == 126) -> {:found, 126, z}
  (z = y.(x); z == 127) -> {:found, 127, z}
  (z = y.(x); z == 128) -> {:found, 128, z}
  (z = y.(x); z == 129) -> {:found, 129, z}
  true -> :none
 end
 end
 def loop(0, acc), do: acc
 def loop(n, acc) do
case n do -1 -> :ok; _ -> 
case n do -2 -> :ok; _ -> 
case n do -3 -> :ok; _ -> 
case n do -4 -> :ok; _ -> 
case n do -5 -> :ok; _ -> 
case n do -6 -> :ok; _ -> 
case n do -7 -> :ok; _ -> 
case n do -8 -> :ok; _ -> 
case n do -9 -> :ok; _ -> 
case n do -10 -> :ok; _ -> 
case n do -11 -> :ok; _ -> 
case n do -12 -> :ok; _ -> 
case n do -13 -> :ok; _ -> 
case n do -14 -> :ok; _ -> 
case n do -15 -> :ok; _ -> 
case n do -16 -> :ok; _ -> 
case n do -17 -> :ok; _ -> 
case n do -18 -> :ok; _ -> 
case n do -19 -> :ok; _ -> 
case n do -20 -> :ok; _ -> 
case n do -21 -> :ok; _ -> 
case n do -22 -> :ok; _ -> 
case n do -23 -> :ok; _ -> 
case n do -24 -> :ok; _ -> 
case n do -25 -> :ok; _ -> 
case n do -26 -> :ok; _ -> 
case n do -27 -> :ok; _ -> 
case n do -28 -> :ok; _ -> 
case n do -29 -> :ok; _ -> 
case n do -30 -> :ok; _ -> 
case n do -31 -> :ok; _ -> 
case n do -32 -> :ok; _ -> 
case n do -33 -> :ok; _ -> 
case n do -34 -> :ok; _ -> 
case n do -35 -> :ok; _ -> 
case n do -36 -> :ok; _ -> 
case n do -37 -> :ok; _ -> 
case n do -38 -> :ok; _ -> 
case n do -39 -> :ok; _ -> 
case n do -40 -> :ok; _ -> 
case n do -41 -> :ok; _ -> 
case n do -42 -> :ok; _ -> 
case n do -43 -> :ok; _ -> 
case n do -44 -> :ok; _ -> 
case n do -45 -> :ok; _ -> 
case n do -46 -> :ok; _ -> 
case n do -47 -> :ok; _ -> 
case n do -48 -> :ok; _ -> 
case n do -49 -> :ok; _ -> 
case n do -50 -> :ok; _ -> 
case n do -51 -> :ok; _ -> 
case n do -52 -> :ok; _ -> 
case n do -53 -> :ok; _ -> 
case n do -54 -> :ok; _ -> 
case n do -55 -> :ok; _ -> 
case n do -56 -> :ok; _ -> 
case n do -57 -> :ok; _ -> 
case n do -58 -> :ok; _ -> 
case n do -59 -> :ok; _ -> 
case n do -60 -> :ok; _ -> 
case n do -61 -> :ok; _ -> 
case n do -62 -> :ok; _ -> 
case n do -63 -> :ok; _ -> 
case n do -64 -> :ok; _ -> 
case n do -65 -> :ok; _ -> 
case n do -66 -> :ok; _ -> 
case n do -67 -> :ok; _ -> 
case n do -68 -> :ok; _ -> 
case n do -69 -> :ok; _ -> 
case n do -70 -> :ok; _ -> 
case n do -71 -> :ok; _ -> 
case n do -72 -> :ok; _ -> 
case n do -73 -> :ok; _ -> 
case n do -74 -> :ok; _ -> 
case n do -75 -> :ok; _ -> 
case n do -76 -> :ok; _ -> 
case n do -77 -> :ok; _ -> 
case n do -78 -> :ok; _ -> 
case n do -79 -> :ok; _ -> 
case n do -80 -> :ok; _ -> 
 a = [n | acc]
 loop(n - 1, a)
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
 end
 def p(n) do
case n do -1 -> :ok; _ -> 
case n do -2 -> :ok; _ -> 
case n do -3 -> :ok; _ -> 
case n do -4 -> :ok; _ -> 
case n do -5 -> :ok; _ -> 
case n do -6 -> :ok; _ -> 
case n do -7 -> :ok; _ -> 
case n do -8 -> :ok; _ -> 
case n do -9 -> :ok; _ -> 
case n do -10 -> :ok; _ -> 
case n do -11 -> :ok; _ -> 
case n do -12 -> :ok; _ -> 
case n do -13 -> :ok; _ -> 
case n do -14 -> :ok; _ -> 
case n do -15 -> :ok; _ -> 
case n do -16 -> :ok; _ -> 
case n do -17 -> :ok; _ -> 
case n do -18 -> :ok; _ -> 
case n do -19 -> :ok; _ -> 
case n do -20 -> :ok; _ -> 
case n do -21 -> :ok; _ -> 
case n do -22 -> :ok; _ -> 
case n do -23 -> :ok; _ -> 
case n do -24 -> :ok; _ -> 
case n do -25 -> :ok; _ -> 
case n do -26 -> :ok; _ -> 
case n do -27 -> :ok; _ -> 
case n do -28 -> :ok; _ -> 
case n do -29 -> :ok; _ -> 
case n do -30 -> :ok; _ -> 
case n do -31 -> :ok; _ -> 
case n do -32 -> :ok; _ -> 
case n do -33 -> :ok; _ -> 
case n do -34 -> :ok; _ -> 
case n do -35 -> :ok; _ -> 
case n do -36 -> :ok; _ -> 
case n do -37 -> :ok; _ -> 
case n do -38 -> :ok; _ -> 
case n do -39 -> :ok; _ -> 
case n do -40 -> :ok; _ -> 
case n do -41 -> :ok; _ -> 
case n do -42 -> :ok; _ -> 
case n do -43 -> :ok; _ -> 
case n do -44 -> :ok; _ -> 
case n do -45 -> :ok; _ -> 
case n do -46 -> :ok; _ -> 
case n do -47 -> :ok; _ -> 
case n do -48 -> :ok; _ -> 
case n do -49 -> :ok; _ -> 
case n do -50 -> :ok; _ -> 
case n do -51 -> :ok; _ -> 
case n do -52 -> :ok; _ -> 
case n do -53 -> :ok; _ -> 
case n do -54 -> :ok; _ -> 
case n do -55 -> :ok; _ -> 
case n do -56 -> :ok; _ -> 
case n do -57 -> :ok; _ -> 
case n do -58 -> :ok; _ -> 
case n do -59 -> :ok; _ -> 
case n do -60 -> :ok; _ -> 
case n do -61 -> :ok; _ -> 
case n do -62 -> :ok; _ -> 
case n do -63 -> :ok; _ -> 
case n do -64 -> :ok; _ -> 
case n do -65 -> :ok; _ -> 
case n do -66 -> :ok; _ -> 
case n do -67 -> :ok; _ -> 
case n do -68 -> :ok; _ -> 
case n do -69 -> :ok; _ -> 
case n do -70 -> :ok; _ -> 
case n do -71 -> :ok; _ -> 
case n do -72 -> :ok; _ -> 
case n do -73 -> :ok; _ -> 
case n do -74 -> :ok; _ -> 
case n do -75 -> :ok; _ -> 
case n do -76 -> :ok; _ -> 
case n do -77 -> :ok; _ -> 
case n do -78 -> :ok; _ -> 
case n do -79 -> :ok; _ -> 
case n do -80 -> :ok; _ -> 
 send(self(), n)
 receive do
 m when m > 3 -> IO.inspect(m)
 after 10 -> try do raise "x" rescue e -> {Exception.message(e), length(__STACKTRACE__) > 0} end
 end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
end
 end
end
IO.inspect({D.f(3), D.f(500), D.g(1000), D.g(2)})
IO.inspect({D.c(77, & &1), D.c(1000, & &1), D.c(120, & &1)})
IO.inspect(length(D.loop(2000, [])))
IO.inspect({D.p(5), D.p(2)})
