# String at its edges: graphemes, splitting with options, padding, conversion, slices, and what it refuses.
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
    t String.split("a,b,,c", ",")
    t String.split("a,b,,c", ",", trim: true)
    t String.split("a,b;c", [",", ";"])
    t String.split("a,b,c", ",", parts: 2)
    t String.split("abc", "")
    t String.split("abc", "", trim: true)
    t String.split(" a  b ")
    t String.split("a1b22c", ~r/\d+/)
    t String.split("a1b22c", ~r/(\d)+/, include_captures: true)
    t String.split("abc", [])
    t String.split("", ",")
    t String.split("", "", trim: true)
    t String.splitter("a,b,c", ",") |> Enum.take(2)
    t String.split_at("héllo", 2)
    t String.split_at("abc", -1)
    t String.slice("héllo", 1..3)
    t String.slice("héllo", -3..-1)
    t String.slice("hello", 1..-2//1)
    t String.slice("hello", 4, 10)
    t String.slice("hello", 10, 1)
    t String.at("héllo", -1)
    t String.at("abc", 9)
    t String.pad_leading("7", 3, "0")
    t String.pad_leading("7", 6, ["a", "bc"])
    t String.pad_trailing("abc", 2)
    t String.pad_leading("a", 3, [])
    t String.trim("  x  ")
    t String.trim("xxaxx", "x")
    t String.trim_leading("\t\n a")
    t String.trim_trailing("a..", ".")
    t String.replace("a.b.c", ".", "-")
    t String.replace("a.b.c", ".", "-", global: false)
    t String.replace("abc", ["a", "c"], fn x -> "<#{x}>" end)
    t String.replace("abcabc", ~r/b(c)/, "[\\1\\0]")
    t String.replace("abcabc", ~r/(?<x>b)/, fn a, b -> a <> b <> "!" end)
    t String.replace("aaa", "", "-")
    t String.replace_prefix("abc", "ab", "X")
    t String.replace_suffix("abc", "z", "X")
    t String.replace_leading("aaab", "a", "x")
    t String.replace_trailing("baaa", "a", "xy")
    t String.replace_leading("aaab", "", "x")
    t String.capitalize("éLAN")
    t String.capitalize("ﬁne")
    t String.upcase("straße ǆ")
    t String.downcase("ΑΣ", :greek)
    t String.downcase("ÀÉ", :ascii)
    t String.upcase("iı", :turkic)
    t String.reverse("noe\u0308l")
    t String.length("noe\u0308l")
    t String.graphemes("👨‍👩‍👧e\u0301x")
    t String.codepoints("e\u0301")
    t String.next_grapheme("")
    t String.next_codepoint("é!")
    t String.to_integer("12x")
    t String.to_integer("ff", 16)
    t String.to_integer("12", 40)
    t String.to_float("1")
    t String.to_float("1.5e3")
    t String.to_existing_atom("surely_no_such_atom_here_9")
    t String.to_atom("a b")
    t String.valid?(<<255>>)
    t String.valid?(5)
    t String.printable?("a\x00")
    t String.printable?("abc\x00", 3)
    t String.starts_with?("abc", ["x", "ab"])
    t String.starts_with?("abc", "")
    t String.starts_with?("abc", [])
    t String.ends_with?("abc", "bc")
    t String.contains?("abc", ["z", "b"])
    t String.contains?("abc", "")
    t String.match?("abc", ~r/^b/)
    t String.jaro_distance("martha", "marhta")
    t String.myers_difference("abc", "adc")
    t String.bag_distance("abc", "abd")
    t String.duplicate("ab", 3)
    t String.duplicate("ab", -1)
    t String.equivalent?("é", "e\u0301")
    t String.normalize("e\u0301", :nfc) |> byte_size()
    t String.normalize("é", :nfd) |> byte_size()
    t String.normalize("ﬁ", :nfkc)
    t String.chunk("aé\x00b", :printable)
    t String.chunk("abc👍é", :valid)
    t String.first("")
    t String.last("é")
    t String.upcase(:a)
    t String.length(nil)
    t String.to_charlist("hé")
    t List.to_string([104, [233, "x"]])
    t List.to_string([-1])
    t to_string([1, [2]])
    t to_string({1})
    t to_string(nil)
    t to_string(1.0e30)
    t to_string(1.0e-5)
    t "#{1.5} #{:a} #{'x'} #{nil}"
    t "a" <> 5
    t "#{%{}}"
    t "abc" =~ "b"
    t "abc" =~ ~r/z/
    t "abc" =~ 5
    t <<"é"::utf16>>
    t <<233::utf8>>
    t inspect(<<1, 2, 255>>)
    t inspect("a\u200b\e\a")
    t inspect("é", binaries: :as_binaries)
    t ?\n
    t byte_size("日本")
    t binary_part("hello", 4, -3)
    t binary_part("hello", 4, 3)
    t String.to_charlist("a") == 'a'
  end
end

Main.run()
