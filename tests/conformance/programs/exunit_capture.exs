ExUnit.start(seed: 0)

defmodule CaptureTest do
  use ExUnit.Case
  import ExUnit.CaptureIO

  test "what is printed" do
    assert capture_io(fn -> IO.puts("hello") end) == "hello\n"
    assert capture_io(fn -> IO.inspect([a: 1], label: "x") end) =~ "a: 1"
    assert capture_io(fn -> :silence end) == ""
  end

  test "by processes that are spawned meanwhile" do
    printed =
      capture_io(fn ->
        task = Task.async(fn -> IO.puts("in the task") end)
        Task.await(task)
        IO.write("done")
      end)

    assert printed == "in the task\ndone"
  end

  test "with the value" do
    assert with_io(fn ->
             IO.puts("text")
             :value
           end) == {:value, "text\n"}
  end

  test "it fails with what was printed" do
    assert capture_io(fn -> IO.puts("one\ntwo") end) == "three"
  end
end
