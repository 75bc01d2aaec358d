defmodule PathsTest do
  use ExUnit.Case

  test "greets with what the dependencies say" do
    assert Paths.greet() == "Hello, Ann!"
    assert %Base.Greeting{word: "Hello"} = Greeter.greeting()
  end

  test "a dependency is compiled for production" do
    assert Paths.env() == {:test, :prod}
  end

  test "files of a dependency" do
    assert Paths.priv() == "one two\n"
  end

  test "applications know each other" do
    assert :base in Application.spec(:greeter, :applications)
    assert Application.get_application(Base.Greeting) == :base
  end

  test "a crash in a dependency names it" do
    Greeter.fail()
  end
end
