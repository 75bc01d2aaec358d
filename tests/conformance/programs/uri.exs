# URIs, their parts and the texts in them.
for s <- ["http://foo.com/path/to/something?foo=bar#frag", "https://user:pw@[::1]:8080/a", "mailto:a@b.c", "/foo/bar", "foo.com", "http://foo.com:80", "//foo.com/x", "", "HTTP://Foo.com", "ldap://[2001:db8::7]/c=GB?objectClass?one", "http://foo.com:", "postgres://u:p@h:5/db"] do
  u = URI.parse(s)
  IO.inspect u
  IO.inspect URI.to_string(u)
  IO.inspect URI.new(s)
end
IO.inspect URI.new("/invalid_greater_than_in_path/>")
IO.inspect URI.new("foo bar")
IO.inspect URI.encode("ftp://s-ite.tld/?value=put it+й")
IO.inspect URI.encode("a string-", &(&1 != ?i))
IO.inspect URI.encode_www_form("put: it+й")
IO.inspect URI.decode("https%3A%2F%2Felixir-lang.org")
IO.inspect URI.decode_www_form("%3Call+in%2F")
IO.inspect URI.encode_query(%{"foo" => 1, "bar" => 2})
IO.inspect URI.encode_query([{"foo z", :value}, {:k, "a b&"}])
IO.inspect URI.encode_query([{"foo z", "a b"}], :rfc3986)
IO.inspect URI.decode_query("foo=1&bar=2&x&y=a+b")
IO.inspect URI.decode_query("percent=oh+yes%21", %{"starting" => "map"})
IO.inspect URI.query_decoder("foo=1&bar=2") |> Enum.to_list
IO.inspect URI.merge("http://google.com", "/query") |> to_string
IO.inspect URI.merge("http://example.com/a/b/c", "../d?x=1") |> to_string
IO.inspect URI.merge("http://example.com", "http://google.com/a/./b/../c") |> to_string
IO.inspect URI.merge("http://example.com/a?q=1", "?z") |> to_string
IO.inspect URI.default_port("https")
IO.inspect URI.default_port("ponzi")
IO.inspect URI.default_port("ponzi", 99)
IO.inspect URI.default_port("ponzi")
IO.inspect URI.append_query(URI.parse("http://e.com/?x=1"), "y=2")
IO.inspect URI.char_reserved?(?+)
IO.inspect URI.char_unreserved?(?_)
IO.puts "#{URI.parse("http://a.b/c")}"
IO.puts %URI{scheme: "http", host: "x", path: "/p", query: "q=1"}
try do URI.new!("a b") rescue e -> IO.inspect e; IO.puts Exception.message(e) end
try do URI.decode("%zz") rescue e -> IO.puts Exception.message(e) end
try do URI.encode_query([{"a", [1]}]) rescue e -> IO.puts Exception.message(e) end
IO.inspect URI.to_string(%URI{host: "h", port: 80, path: "/x", userinfo: "me"})
IO.inspect match?(%URI{host: "a.b"}, URI.parse("http://a.b/c"))
