# Files: write, read, stream, in a folder of its own.
dir = Path.join(System.tmp_dir!(), "conformance_#{System.unique_integer([:positive])}")
File.mkdir_p!(dir)
file = Path.join(dir, "a.txt")
IO.inspect(File.write(file, "one\ntwo\nthree\n"))
IO.inspect(File.read(file))
IO.inspect(File.read!(file) |> String.split("\n", trim: true))
IO.inspect(File.exists?(file))
IO.inspect(File.read(Path.join(dir, "none")))
IO.inspect(File.stream!(file) |> Enum.map(&String.trim/1))
File.write!(file, "four\n", [:append])
IO.inspect(File.stream!(file) |> Enum.count())
IO.inspect(File.ls!(dir))
IO.inspect(Path.basename(file))
IO.inspect({Path.extname(file), Path.rootname("x.tar.gz"), Path.dirname("/a/b/c"), Path.join(["a", "b", "c.ex"])})
IO.inspect(File.rm(file))
File.rm_rf!(dir)
IO.inspect(File.dir?(dir))

try do
  File.read!(file)
rescue
  e in File.Error -> IO.inspect(e.reason)
end
