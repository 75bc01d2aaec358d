# Regular expressions that may go back far: where PCRE gives up nothing matches, else what matches is the same.
long = String.duplicate("a", 60) <> "b"

for source <- ["(a+)+$", "(a|aa)+$", "(a|a)*$", "(?:a|a)+$", "(a*)*c", "(a+?)+?$", "(a+){1,100}$", "(.*)*x", "(x+x+)+y",
               "^(([a-z])+.)+[A-Z]([a-z])+$", "^(a?){30}a{30}c$", "(?=(a|aa)+$)a", "(?>(a|aa)+)$"] do
  regex = Regex.compile!(source)
  text = long <> " aa"
  IO.inspect({source, Regex.run(regex, long), Regex.run(regex, text), Regex.scan(regex, text), Regex.match?(regex, text)})
  IO.inspect({Regex.split(regex, text), Regex.replace(regex, text, "X"), String.split(text, regex)})
  IO.inspect({Regex.run(regex, "baaa"), Regex.run(regex, "baaaaaaaaaaaaaaaa"), Regex.run(regex, "baaaaaaaaaaaaaaaa", return: :index)})
end

for n <- 17..27 do
  text = String.duplicate("a", n) <> "b aac"
  IO.inspect({n, for(source <- ["(a+)+c$", "(a|aa)+c$", "(a|a)*c$", "(a+?)+?c", "(a|b|ab)*c$"], do: Regex.run(Regex.compile!(source), text))})
end

IO.inspect(Regex.run(~r/a*a*a*a*a*a*b/, String.duplicate("a", 3000)))
IO.inspect(Regex.named_captures(~r/(?<one>a|aa)+(?<rest>b*)$/, String.duplicate("a", 20) <> "bb"))
IO.inspect(Regex.split(~r/a*?/, "baac"))
IO.inspect(Regex.scan(~r/a*?/, "aab"))
