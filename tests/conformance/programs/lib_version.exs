# Versions: parsed, compared, and what they are required to be.
t = fn f -> try do f.() rescue e -> {e.__struct__, Exception.message(e)} end end
for v <- ["1.2.3", "1.2", "1.2.3-rc.1", "1.2.3+build.5", "1.2.3-alpha.1.b+x-y", "01.2.3", "1.2.3-01", "1.2.3-0a", "1.2.3.4", "", "a.b.c", "1.2.3-", "1.2.3-a..b", "2.0.0-dev", "1.02.3", "1.2.3+", " 1.2.3", "1.2.3 "] do
  IO.inspect({v, t.(fn -> Version.parse(v) end)})
end
IO.inspect t.(fn -> Version.parse!("1.2") end)
for {a, b} <- [{"1.0.0", "1.0.0"}, {"1.0.0-a", "1.0.0"}, {"1.0.0-1", "1.0.0-a"}, {"1.0.0-a.b", "1.0.0-a"}, {"1.0.0-a.2", "1.0.0-a.10"}, {"1.0.0+1", "1.0.0+2"}, {"2.0.0", "10.0.0"}, {"1.10.0","1.9.9"}] do
  IO.inspect({a, b, Version.compare(a, b), Version.compare(b, a)})
end
for {v, r} <- [{"1.2.3", "~> 1.2"}, {"2.0.0", "~> 1.2"}, {"1.3.0", "~> 1.2.1"}, {"1.2.9", "~> 1.2.1"}, {"1.2.3", "1.2.3"}, {"1.2.3", "== 1.2.3"}, {"1.2.3", "> 1.0.0 and < 1.2.3"}, {"1.2.3", "< 1.0.0 or >= 1.2.0"}, {"2.0.0-dev", "~> 1.0"}, {"2.0.0-dev", ">= 1.0.0"}, {"1.0.0-rc.0", ">= 1.0.0-rc.0"}, {"1.2.3-dev", "~> 1.2"}, {"1.2.0-dev", "~> 1.2"}, {"1.5.0", "~> 1.2 or ~> 2.0"}, {"1.2.3", "~> 1.2.3-rc.1"}, {"1.4.0", "<= 1.4.0"}, {"1.0.0", "> 2.0.0 or == 1.0.0 and < 3.0.0"}, {"1.2.3", "~> 1"}, {"1.2.3", "> "}, {"1.2.3", "1.2"}, {"1.2.3", ">= 1.2"}, {"1.2.3", "foo"}, {"1.2.3", ""}, {"x", "> 1.0.0"}, {"1.2.3", "~>1.2"}, {"1.2.3", ">=1.2.0 and<2.0.0"}] do
  IO.inspect({v, r, t.(fn -> Version.match?(v, r) end)})
end
IO.inspect Version.match?("2.0.0-dev", ">= 1.0.0", allow_pre: false)
IO.inspect Version.match?("1.2.3-dev", "~> 1.2", allow_pre: false)
IO.inspect Version.parse_requirement("~> 1.2")
IO.inspect Version.parse_requirement("== == 1")
IO.inspect t.(fn -> Version.parse_requirement!("blah") end)
{:ok, r} = Version.parse_requirement("> 1.0.0")
IO.inspect {Version.match?("1.1.0", r), Version.match?(Version.parse!("0.9.0"), r)}
IO.inspect Version.compile_requirement(r) |> then(&Version.match?("1.1.0", &1))
IO.inspect to_string(Version.parse!("1.2.3-rc.1+b.5"))
IO.puts "#{Version.parse!("1.2.3")}"
IO.inspect Version.to_string(%Version{major: 1, minor: 2, patch: 3, pre: ["a", 1], build: "z"})
IO.inspect Version.parse!("1.2.3-rc.1+b")
IO.inspect %Version{major: 1, minor: 2, patch: 3} == Version.parse!("1.2.3")
IO.inspect Enum.sort(["1.10.0", "1.2.0", "1.2.0-a"], {:asc, Version})
IO.inspect Enum.max([Version.parse!("1.0.0"), Version.parse!("1.0.1")], Version)
