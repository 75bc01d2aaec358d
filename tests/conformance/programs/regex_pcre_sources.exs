# Expressions as PCRE reads them: references, calls, classes, repeats, options, and what it refuses with its words.
for p <- ["(a)\\2b", "(?<x>a)\\k<y>b", "(?<=a|bc)d", "(?<=(a|bc))d", "(?<=a{2}b)c", "(?<!a+)b", "(?<=\\w\\d)x", "a{1,70000}b", "a{3,2}", "(?<1a>b)", "(?P<n>a)(?P<n>b)", "a{,3}", "x{2}{3}", "[[:foo:]]", "\\p{Foo}", "(?<=a(?=b*))b", "\\g{2}", "\\g{-1}(a)", "(a)\\g{-1}", "(?'q'a)\\k'q'", "(?<q>a)\\k{q}", "(?<q>a)\\g{q}", "(a|b\\g<1>c)", "\\N{3}", "\\v+", "[\\v]+", "\\Qa.b", "[\\Qa]\\E]+", "a\\Eb", "(?U)a+", "(?i-s)a", "a**", "+a", "(?<n>", "(", ")", "[a", "a\\", "(?z)", "\\x{zz}", "(?<=\\R)a", "\\c", "(?#", "(?P>n)", "(?1)", "(?C)a", "[b-a]", "\\8", "\\18", "\\08", "[\\d-z]", "a{0}", "\\u0041", "\\L", "(?>a", "(?:", "(?<=a", "(?|(a)|(b))\\1", "((?i)a)b", "\\d+(?<=12)", "^*", "$+x", "\\b+a"] do
  r = try do
    case Regex.compile(p) do
      {:ok, r} -> {:ok, for(t <- ["aab", "aaa", "a.b", "a\nb", "\v\n", "aA", "abac", "bb", "]a", "\\"], do: Regex.run(r, t)), Regex.names(r)}
      e -> e
    end
  rescue e -> {:raised, Exception.message(e)}
  end
  IO.inspect({p, r}, width: 300)
end
for {p, o} <- [{"a+", "U"}, {"a+?b*", "U"}, {"a{1,2}", "U"}, {"a", "f"}, {"b", "f"}, {"^b", "fm"}, {"a # c [(\n b", "x"}, {"a b", "x"}, {"[a b]+", "x"}, {"\\Qa b\\E", "x"}, {"A", "iu"}, {"a.b", "s"}] do
  r = Regex.compile!(p, o)
  IO.inspect({p, o, for(t <- ["aab", "aaa", "a.b", "a\nb", "ab", "a b"], do: {Regex.run(r, t), Regex.scan(r, t)})}, width: 300)
end
