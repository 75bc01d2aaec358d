# Regex: named captures, options, scan and split with captures, replace with functions, unicode, errors.
defmodule T do
  defmacro t(expr) do
    quote do
      IO.inspect(try do
        unquote(expr)
      rescue
        e -> {e.__struct__, Exception.message(e)}
      catch
        k, v -> {k, v}
      end)
    end
  end
end

defmodule Main do
  import T

  def run do
    t Regex.run(~r/(a)(b)?(c)?/, "a")
    t Regex.run(~r/(a)(b)?(c)/, "ac")
    t Regex.run(~r/a(?<x>\d)/, "xa1", capture: :all_names)
    t Regex.run(~r/a(?<x>\d)/, "xa1", return: :index)
    t Regex.run(~r/(a)(b)/, "ab", capture: :first)
    t Regex.run(~r/(a)(b)/, "ab", capture: [2, 1])
    t Regex.run(~r/(a)(b)/, "ab", capture: :all_but_first)
    t Regex.run(~r/(a)(b)/, "ab", capture: :none)
    t Regex.run(~r/a/, "bab", offset: 2)
    t Regex.named_captures(~r/(?<y>\d+)-(?<m>\d+)/, "2020-12")
    t Regex.named_captures(~r/(?<y>\d+)/, "x")
    t Regex.names(~r/(?<b>.)(?<a>.)/)
    t Regex.scan(~r/(\w)(\d)/, "a1 b2 c")
    t Regex.scan(~r/\w\d/, "a1 b2", capture: :first, return: :index)
    t Regex.scan(~r//, "ab")
    t Regex.split(~r/,/, "a,b,c", parts: 2)
    t Regex.split(~r/(,)/, "a,b", include_captures: true)
    t Regex.split(~r/(?<s>,)x/, "a,xb", on: [:s])
    t Regex.split(~r//, "abc")
    t Regex.split(~r//, "abc", trim: true)
    t Regex.split(~r/x/, "")
    t Regex.replace(~r/a/, "banana", "o", global: false)
    t Regex.replace(~r/(?<f>a)(n)/, "banana", "<\\2\\g{1}\\0>")
    t Regex.replace(~r/a(n)?/, "banana", fn all, n -> "[#{all}|#{n}]" end)
    t Regex.match?(~r/É/iu, "é")
    t Regex.match?(~r/^b/m, "a\nb")
    t Regex.match?(~r/a.b/s, "a\nb")
    t Regex.match?(~r/a b # c/x, "ab")
    t Regex.run(~r/^.$/u, "é")
    t Regex.run(~r/^.$/, "é")
    t Regex.run(~r/\p{Lu}+/u, "abÉC")
    t Regex.compile("(")
    t Regex.compile!("[a")
    t Regex.compile("a", "i")
    t Regex.compile("a", "z")
    t Regex.compile("a", [:caseless])
    t Regex.escape("a.b*[c]")
    t Regex.source(~r/a\/b/)
    t Regex.opts(~r/a/iu)
    t Regex.regex?("a")
    t inspect(~r/a\/"b/iu)
    t ~r{a/b} 
    t ~r/a/ == ~r/a/
    t Regex.run(~r/(?i)AB(?-i)c/, "abc")
    t Regex.run(~r/(?=b)/, "ab", return: :index)
    t Regex.run(~r/(\d+)(?:px|em)(?!x)/, "12px")
    t Regex.run(~r/(?<!a)b/, "abcb", return: :index)
    t Regex.run(~r/\bfoo\b/, "a foo b")
    t Regex.run(~r/(a|b)*\1/, "abb")
    t Regex.run(~r/a{2,3}?/, "aaaa")
    t Regex.run(~r/[[:alpha:]]+/, "12ab3")
    t Regex.run(~r/\h+\R/, "a \r\n")
    t Regex.run(~r/\Aab\z/, "ab\n")
    t Regex.run(~r/ab$/, "ab\n")
    t Regex.run(~r/a++b/, "aab")
    t Regex.run(~r/(?>a+)b/, "aab")
    t Regex.run(~r/(?|(a)|(b))c/, "bc")
    t Regex.run(~r/(\w+) (?P<n>\w+)/, "ab cd", capture: ["n"])
    t Regex.run("a", "b")
    t Regex.run(~r/a/, :b)
    t Regex.run(~r/a/, "b", capture: ["n"])
    t "2020-01-02" |> then(&Regex.run(~r/^(\d{4})-(\d\d)-(\d\d)$/, &1, capture: :all_but_first)) |> Enum.map(&String.to_integer/1)
  end
end

Main.run()
