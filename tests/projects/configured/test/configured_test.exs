defmodule ConfiguredTest do
  use ExUnit.Case

  test "settings are merged deeply, the later ones over the earlier ones" do
    settings = Application.get_all_env(:configured)
    assert settings[:workers] == 3
    assert Enum.sort(settings[:nested]) == [b: 2, deep: [x: 1, y: 3]]
    assert settings[:from_mix] == 1
    assert settings[:nested][:a] == nil
    assert settings[:target] == :host
  end

  test "the tree stands" do
    assert %{active: 5} = Supervisor.count_children(Configured.Supervisor)
    assert [{:normal, [:argument]}, {:first, :normal, [1]}, {:second, :normal, []}] = Configured.Log.all()
  end

  test "workers tick as runtime.exs says" do
    before = Configured.Worker.ticks(1)
    Process.sleep(1_050)
    assert Configured.Worker.ticks(1) - before in 10..11
  end

  test "a worker that dies is started again" do
    pid = GenServer.whereis(Configured.Worker.name(3))
    ref = Process.monitor(pid)
    Process.exit(pid, :kill)
    assert_receive {:DOWN, ^ref, :process, ^pid, :killed}
    Process.sleep(10)
    assert GenServer.whereis(Configured.Worker.name(3)) not in [nil, pid]
  end

  test "the application says of itself" do
    assert Application.spec(:configured, :vsn) == '0.1.0'
    assert Application.spec(:configured, :registered) == [Configured.Supervisor]
    assert Configured.Log in Application.spec(:configured, :modules)
    assert Application.spec(:configured, :mod) == {Configured.Application, [:argument]}
    assert Application.get_application(Configured.Log) == :configured
  end

  test "Mix knows the project" do
    assert Mix.env() == :test
    assert Mix.Project.config()[:app] == :configured
    assert Mix.Project.get!() == Configured.MixProject
  end

  test "it can be stopped and started" do
    ExUnit.CaptureLog.capture_log(fn -> :ok = Application.stop(:configured) end)
    assert Process.whereis(Configured.Supervisor) == nil
    assert {:ok, [:configured]} = Application.ensure_all_started(:configured)
    assert Process.whereis(Configured.Supervisor)
  end
end
