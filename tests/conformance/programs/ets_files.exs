# Tables of ETS as files: those that OTP wrote and those that the simulator wrote, whole and damaged, and what each call answers.
show = fn path, opts ->
  case :ets.file2tab(path, opts) do
    {:ok, t} ->
      found = {:ets.info(t, :type), :ets.info(t, :keypos), :ets.info(t, :protection), Enum.sort(:ets.tab2list(t))}
      :ets.delete(t)
      found

    other ->
      other
  end
end

of_otp = Base.decode64!("AQIDBGNYTQsAAAHDYldMQYNoEmgCZAACaWRaAANkAA1ub25vZGVAbm9ob3N0AAAAAAAAUU1RdgACC3qD4WgCZAAWZGVjZW50cmFsaXplZF9jb3VudGVyc2QABWZhbHNlaAJkABByZWFkX2NvbmN1cnJlbmN5ZAAFZmFsc2VoAmQAEXdyaXRlX2NvbmN1cnJlbmN5ZAAFZmFsc2VoAmQACmNvbXByZXNzZWRkAAR0cnVlaAJkAAZtZW1vcnliAAABO2gCZAAFb3duZXJYZAANbm9ub2RlQG5vaG9zdAAAAGAAAAAAAAAAAGgCZAAEaGVpcmQABG5vbmVoAmQABG5hbWVkAAVzbWFsbGgCZAAEc2l6ZWEBaAJkAARub2RlZAANbm9ub2RlQG5vaG9zdGgCZAALbmFtZWRfdGFibGVkAAR0cnVlaAJkAAR0eXBlZAADc2V0aAJkAAZrZXlwb3NhAWgCZAAKcHJvdGVjdGlvbmQACXByb3RlY3RlZGgCZAANbWFqb3JfdmVyc2lvbmEBaAJkAA1taW5vcl92ZXJzaW9uYQBoAmQADWV4dGVuZGVkX2luZm9sAAAAAmQADG9iamVjdF9jb3VudGQABm1kNXN1bWoAAAARYldMQYNoAmQAAWttAAAABXZhbHVlAAAARmJXTEGDbAAAAAJkAA0kZW5kX29mX3RhYmxlbAAAAAJoAmQABWNvdW50YQFoAmQAA21kNW0AAAAQ6jX5/+VYk0AxXPJ3MPh94mpq")
of_ours = Base.decode64!("AQIDBGNYTQsAAADFYldMQYNoCWgCZAAEbmFtZWQABXNtYWxsaAJkAARzaXplYQFoAmQAC25hbWVkX3RhYmxlZAAEdHJ1ZWgCZAAEdHlwZWQAA3NldGgCZAAGa2V5cG9zYQFoAmQACnByb3RlY3Rpb25kAAlwcm90ZWN0ZWRoAmQADW1ham9yX3ZlcnNpb25hAWgCZAANbWlub3JfdmVyc2lvbmEAaAJkAA1leHRlbmRlZF9pbmZvbAAAAAJkAAxvYmplY3RfY291bnRkAAZtZDVzdW1qAAAAEWJXTEGDaAJkAAFrbQAAAAV2YWx1ZQAAAEZiV0xBg2wAAAACZAANJGVuZF9vZl90YWJsZWwAAAACaAJkAAVjb3VudGEBaAJkAANtZDVtAAAAEJZPhtih8rNpnLmdUuQ2RMhqag==")

for {name, bytes} <- [otp: of_otp, ours: of_ours] do
  File.write!("#{name}.tab", bytes)
  IO.inspect({name, :ets.tabfile_info('#{name}.tab')})
  for verify <- [false, true], do: IO.inspect({verify, show.('#{name}.tab', verify: verify)})
end

t = :ets.new(:t, [:set])
:ets.insert(t, [{1, :a}, {2, "b"}, {3, 4.5}, {[4 | 5], %{a: 1}, <<1::3>>, self(), &String.upcase/1}])
IO.inspect(:ets.tab2file(t, 'a.tab'))
IO.inspect(:ets.tab2file(t, 'a.tab', sync: true, extended_info: [:object_count]))
IO.inspect({elem(:ets.file2tab('a.tab', verify: true), 0), elem(:ets.file2tab(:"a.tab"), 0)})
{:ok, again} = :ets.file2tab('a.tab')
IO.inspect(Enum.sort(:ets.tab2list(again)) == Enum.sort(:ets.tab2list(t)))
IO.inspect(:ets.info(again, :named_table))
long = :ets.new(:long, [:ordered_set, :public, keypos: 2])
for i <- 1..300, do: :ets.insert(long, {String.duplicate("y", 10), i})
:ets.insert(long, {String.duplicate("z", 70_000), 0})
IO.inspect(:ets.tab2file(long, 'long.tab', extended_info: [:md5sum]))
{:ok, again} = :ets.file2tab('long.tab', verify: true)
IO.inspect({:ets.info(again, :size), :ets.tab2list(again) == :ets.tab2list(long), :ets.info(again, :protection)})

bag = :ets.new(:bag, [:duplicate_bag])
:ets.insert(bag, [{1, :x}, {1, :x}])
:ok = :ets.tab2file(bag, 'bag.tab')
IO.inspect(show.('bag.tab', []))
into = :ets.new(:into, [:bag])
:ets.insert(into, {0})
IO.inspect({:ets.file2tab('bag.tab', table: into) == {:ok, into}, Enum.sort(:ets.tab2list(into))})

row = fn n -> :binary.match(of_ours, "value") |> elem(0) |> Kernel.+(n) end
changed = fn bytes, at, new -> binary_part(bytes, 0, at) <> new <> binary_part(bytes, at + byte_size(new), byte_size(bytes) - at - byte_size(new)) end
cut = fn bytes, at -> binary_part(bytes, 0, at) end

damaged = [
  text: "hello world, this is no log",
  empty: "",
  other_row: changed.(of_ours, row.(0), "VALUE"),
  no_row: changed.(of_ours, row.(-15), "XXXX"),
  cut_in_end: cut.(of_ours, byte_size(of_ours) - 3),
  cut_in_row: cut.(of_ours, row.(2)),
  cut_in_head: cut.(of_ours, 60),
  not_closed: <<1, 2, 3, 4, 6, 7, 8, 9>> <> binary_part(of_ours, 8, byte_size(of_ours) - 8)
]

for {name, bytes} <- damaged do
  File.write!("#{name}.tab", bytes)
  IO.inspect({name, show.('#{name}.tab', []), show.('#{name}.tab', verify: true)})
  IO.inspect(elem(:ets.tabfile_info('#{name}.tab'), 0))
end

IO.inspect(:ets.tabfile_info('text.tab'))
IO.inspect(:ets.tabfile_info('cut_in_head.tab'))
IO.inspect([:ets.file2tab('none.tab'), :ets.tabfile_info('none.tab')])
IO.inspect(:ets.tab2file(t, 'q.tab', [:foo]))
IO.inspect(:ets.tab2file(t, 'q.tab', extended_info: [:foo]))
IO.inspect(:ets.tab2file(t, 'q.tab', [{:sync, false} | :x]))
IO.inspect(:ets.tab2file(:nope, 'q.tab'))
IO.inspect(File.exists?("q.tab"))
IO.inspect(:ets.tab2file(t, 'none/q.tab'))
IO.inspect([:ets.file2tab('a.tab', foo: 1), :ets.file2tab('a.tab', :foo)])
IO.inspect([:ets.file2tab("a.tab"), :ets.tab2file(t, "q.tab")])
:ets.new(:small, [:named_table])
IO.inspect(:ets.file2tab('ours.tab'))
File.mkdir!("folder.tab")
IO.inspect([:ets.tab2file(t, 'folder.tab'), :ets.file2tab('folder.tab'), :ets.tabfile_info('folder.tab')])

for step <- [fn -> :ets.tab2file(t, 'q.tab', :foo) end, fn -> :ets.tabfile_info("a.tab") end] do
  try do
    step.()
  catch
    kind, reason -> IO.inspect({kind, reason})
  end
end
for made <- Path.wildcard("*.tab"), do: File.rm_rf!(made)
IO.inspect(Path.wildcard("*.tab"))
