# Options of a command line.
IO.inspect OptionParser.parse(["--limit", "3", "--no-verbose", "file", "-v", "--foo-bar", "x"], strict: [limit: :integer, verbose: :boolean, foo_bar: :string], aliases: [v: :verbose])
IO.inspect OptionParser.parse(["--limit", "xyz", "--unknown", "u", "-x"], strict: [limit: :integer])
IO.inspect OptionParser.parse(["--source", "lib", "test", "-d"], switches: [source: :string], aliases: [d: :debug])
IO.inspect OptionParser.parse(["--a=1", "--b=2.5", "--d", "--e=x", "--e", "y"], strict: [a: :integer, b: :float, d: :count, e: [:string, :keep]])
IO.inspect OptionParser.parse(["--d", "--d", "--", "--rest", "x"], strict: [d: :count])
IO.inspect OptionParser.parse_head(["--x", "1", "foo", "--y"], strict: [x: :integer, y: :boolean])
IO.inspect OptionParser.parse(["-abc"], aliases: [a: :aa, b: :bb, c: :cc], strict: [aa: :boolean, bb: :boolean, cc: :boolean])
IO.inspect OptionParser.parse(["--foo"], switches: [])
IO.inspect OptionParser.parse(["--foo", "bar", "--no-baz", "--n", "-1"], switches: [])
IO.inspect OptionParser.parse(["--foo", "-1"], strict: [foo: :integer])
IO.inspect OptionParser.parse(["--foo"], strict: [foo: :string])
IO.inspect OptionParser.parse(["--foo=true", "--bar=false"], strict: [foo: :boolean, bar: :boolean])
try do OptionParser.parse!(["--limit", "xyz", "-z"], strict: [limit: :integer]) rescue e -> IO.inspect(e.__struct__); IO.puts Exception.message(e) end
IO.inspect OptionParser.parse!(["--limit", "3"], strict: [limit: :integer])
IO.inspect OptionParser.split("foo \"bar baz\" 'q x' y\\ z")
IO.inspect OptionParser.to_argv([foo_bar: "baz", bool: true, no: false, n: 3])
IO.inspect OptionParser.next(["--a", "1", "x"], strict: [a: :integer])
try do OptionParser.parse!(["--f"], strict: [f: :string]) rescue e -> IO.puts Exception.message(e) end
try do OptionParser.parse!(["--foo-baz", "1", "--no-x"], strict: [foo_bar: :string]) rescue e -> IO.puts Exception.message(e) end
try do OptionParser.parse_head!(["--n", "x"], strict: [n: :float]) rescue e -> IO.puts Exception.message(e) end
