# The parallel map: four jobs of one second in one second
#
# pmap starts a process for each element, which sends its result home. The results come out in the order of the
# list, because each job has a reference of its own and pmap asks for them one by one; those that it does not ask
# for yet stay in the mailbox. The second map shows it: there the first job takes longest.
#
# Try: simulator diagram parallel_map.exs -o parallel_map.png

defmodule Parallel do
  def pmap(elements, function) do
    caller = self()

    elements
    |> Enum.map(fn element ->
      ref = make_ref()
      spawn(fn -> send(caller, {ref, function.(element)}) end)
      ref
    end)
    |> Enum.map(fn ref ->
      receive do
        {^ref, result} -> result
      end
    end)
  end
end

now = fn -> System.monotonic_time(:millisecond) end

double = fn n ->
  Process.sleep(1000)
  n * 2
end

slow_first = fn n ->
  Process.sleep(1000 - 100 * n)
  IO.puts("job #{n} done at #{now.()} ms")
  n * 2
end

doubled = Parallel.pmap(1..4, double)
IO.inspect(doubled, label: "#{now.()} ms")
doubled = Parallel.pmap([1, 2, 3, 4], slow_first)
IO.inspect(doubled, label: "#{now.()} ms")
