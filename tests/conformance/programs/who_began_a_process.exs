# What a process began with, told by :proc_lib; functions of odd names and of none, as they print.
defmodule Odd do
  def unquote(:"a. b-c/d")(), do: fn -> :done end
  def plain(), do: fn -> :done end
end

waiting = fn -> Process.sleep(:infinity) end
told = fn {:ok, pid} -> Process.sleep(1) && IO.inspect(:proc_lib.translate_initial_call(pid)) end

told.(Agent.start(&Map.new/0))
told.(Agent.start(Map, :new, []))
told.(Agent.start(Map, :new, [[a: 1]]))
told.(Agent.start(Odd.plain()))
told.(Task.start(Process, :sleep, [:infinity]))

{:ok, task} = Task.start(waiting)
{:name, name} = Function.info(waiting, :name)
Process.sleep(1)
{module, ^name, 0} = :proc_lib.translate_initial_call(task)
IO.inspect(module)

IO.inspect([&Odd."a. b-c/d"/0, &Odd.nothing/1, &:nowhere.nothing/0, &Odd.plain/0])
IO.inspect(Function.info(&Odd."a. b-c/d"/0))
odd = apply(Odd, :"a. b-c/d", [])
IO.inspect(Function.info(odd, :module))
IO.puts(inspect(odd) |> String.replace(~r/<.*? in /, "< in "))

# A function of the library that is called by its name takes a stream that waits.
stream = Task.async_stream(1..3, fn x -> Process.sleep(10) && x end)
{_, ref} = spawn_monitor(Stream, :run, [stream])
receive do: ({:DOWN, ^ref, :process, _, reason} -> IO.inspect(reason))
IO.inspect(apply(Enum, :to_list, [stream]))
IO.inspect(apply(Enum, :concat, [[stream, [4]]]))
IO.inspect(Task.await(Task.async(Enum, :count, [stream])))
