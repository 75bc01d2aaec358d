"""Running Elixir files: the command, directives, several files, echo, exit statuses, what is kept of compilations."""

import os
import stat

import pytest

from simulator.cli import main
from simulator.elixir.program import prepare
from simulator.elixir.store import Store, _fingerprint
from simulator.scenario import LoadError, load, run
from simulator.scenario.elixir.file import ElixirScenario


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder to run in, and a cache of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture
def simulator(folder, capsys):
    """Run the command; return its status, standard output and standard error."""

    def call(*arguments):
        try:
            status = main([*arguments])
        except SystemExit as gone:
            status = gone.code
        told = capsys.readouterr()
        return status, told.out, told.err

    return call


def write(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    return name


def test_a_file_runs_as_it_is(simulator, folder):
    name = write(folder, "hello.exs", 'IO.puts("hello")\nProcess.sleep(1_000)\nIO.puts("later")\n')
    status, out, err = simulator("run", name)
    assert (status, out) == (0, "hello\nlater\n")
    assert err.startswith("main process ended at 1 s · 1 process")


def test_code_from_the_command_line(simulator):
    assert simulator("run", "-q", "-e", "IO.puts(1 + 2)") == (0, "3\n", "")


def test_files_that_are_required_come_first(simulator, folder):
    write(folder, "stack.ex", 'defmodule Stack do\n  def new, do: [1]\nend\nIO.puts("loaded")\n')
    write(folder, "main.exs", "IO.inspect(Stack.new())\n")
    assert simulator("run", "-q", "-r", "stack.ex", "main.exs")[:2] == (0, "loaded\n[1]\n")


def test_a_file_that_was_loaded_first_counts_as_required(simulator, folder) -> None:
    (folder / "names.exs").write_text(
        'IO.puts("loaded")\nfile = Path.join("a", "b")\ndefmodule Names do\n  def file, do: unquote(file)\nend\n'
    )
    (folder / "main.exs").write_text(
        'Code.require_file("names.exs", __DIR__)\ndefmodule Main do\n  import Names\n  def told, do: file()\nend\n'
        'IO.puts(Main.told())\nIO.inspect(Enum.map(Code.required_files(), &Path.basename/1))\n'
        'IO.inspect(Code.unrequire_files(Code.required_files()))\nIO.inspect(Code.required_files())\n'
    )
    told = 'loaded\na/b\n["names.exs"]\n:ok\n[]\n'
    assert simulator("run", "-q", "-r", "names.exs", "main.exs")[:2] == (0, told)


def test_what_follows_the_file_is_the_programs_own(simulator, folder):
    write(folder, "args.exs", "IO.inspect(System.argv())\n")
    assert simulator("run", "-q", "args.exs", "one", "two")[1] == '["one", "two"]\n'
    assert simulator("run", "-q", "args.exs", "--", "--until", "x")[1] == '["--until", "x"]\n'


def test_a_python_scenario_takes_no_arguments(simulator, folder):
    write(folder, "s.py", "def main(proc):\n    yield proc.sleep(1)\n")
    status, _, err = simulator("run", "s.py", "more")
    assert (status, "unrecognized arguments: more" in err) == (2, True)


def test_echo_prints_the_values_of_the_top_level(simulator, folder):
    write(folder, "e.exs", "defmodule M do\n  def f, do: :f\nend\nx = 1\nalias Enum, as: E\nE.map([x], & &1)\nM.f()\n")
    assert simulator("run", "-q", "--echo", "e.exs")[1] == "1\n[1]\n:f\n"


def test_directives_at_the_head_are_settings_and_the_command_line_overrides_them(simulator, folder):
    write(folder, "d.exs", "# Ticks.\n# until: 5s\n# seed: 3\n#\n# Every second.\nProcess.sleep(60_000)\nIO.puts(1)\n")
    loaded = load("d.exs")
    assert (loaded.title, loaded.doc, loaded.config.until, loaded.config.seed) == ("Ticks.", "Every second.", "5s", 3)
    assert "stopped at 5 s" in simulator("run", "d.exs")[2]
    assert simulator("run", "d.exs", "--until", "2min")[1] == "1\n"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("# seed: x", "seed is a number"),
        ("# until: soon", "soon"),
        ("# http: nonsense", "a route is written"),
        ('# http: https://a/b -> 200 "x', "in double quotes"),
    ],
)
def test_a_wrong_directive_is_one_clear_line(simulator, folder, line, problem):
    write(folder, "w.exs", f"{line}\nIO.puts(1)\n")
    status, out, err = simulator("run", "w.exs")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert problem in err


def test_the_run_ends_with_the_main_process_unless_told_otherwise(simulator, folder):
    write(folder, "h.exs", 'spawn(fn -> Process.sleep(50); IO.puts("late") end)\nIO.puts("main")\n')
    assert simulator("run", "-q", "h.exs")[1] == "main\n"
    assert simulator("run", "-q", "--no-halt", "h.exs")[1] == "main\nlate\n"


@pytest.mark.parametrize(
    ("code", "status", "told"),
    [
        ('raise "oops"', 1, "** (RuntimeError) oops"),
        ("exit(:boom)", 1, "** (exit) :boom"),
        ("throw(:ball)", 1, "** (throw) :ball"),
        ("exit(:normal)", 0, ""),
        ("exit({:shutdown, 3})", 3, ""),
        ("System.halt(4)", 4, ""),
        (":erlang.error(:odd)", 1, "** (ErlangError) Erlang error: :odd"),
        ("Process.exit(self(), :kill)", 1, "** (EXIT from #PID<0.100.0>) killed"),
    ],
)
def test_exit_statuses_are_those_of_elixir(simulator, code, status, told):
    ended, out, err = simulator("run", "-q", "-e", code)
    assert (ended, out) == (status, "")
    assert err.split("\n")[0] == told


def test_what_the_compiler_refuses_is_told_in_its_words_before_anything_runs(simulator, folder):
    write(folder, "bad.exs", 'IO.puts("never")\nIO.puts(undefined_variable)\n')
    status, out, err = simulator("run", "bad.exs")
    assert (status, out) == (1, "")
    assert "\n\n** (CompileError) bad.exs:2: undefined function undefined_variable/0" in err
    write(folder, "open.exs", "foo(\n")
    assert simulator("run", "open.exs")[2].startswith("** (TokenMissingError) open.exs:2:1: missing terminator: )")


def test_what_is_not_supported_is_named_with_its_line(simulator, folder):
    write(folder, "n.exs", ":observer.start()\nIO.puts(1)\n:ssl.start()\n")
    status, out, err = simulator("run", "n.exs")
    assert (status, out) == (1, "")
    assert "n.exs:" in err and "Traceback" not in err


def test_warnings_are_printed_every_time(simulator, folder):
    write(folder, "w.exs", "defmodule W do\n  def f(x), do: 1\nend\nIO.puts(W.f(2))\n")
    first = simulator("run", "-q", "w.exs")
    assert first == simulator("run", "-q", "w.exs")
    assert 'variable "x" is unused' in first[2]


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("latin.exs", b'IO.puts("\xe9")', "UTF-8"),
        ("large.exs", b"#" * 10_000_001, "larger than 10 MB"),
        ("missing.exs", None, "no such file"),
    ],
)
def test_what_is_no_source_is_one_clear_line(simulator, folder, name, data, problem):
    if data is not None:
        (folder / name).write_bytes(data)
    status, out, err = simulator("run", name)
    assert (status in (1, 2), out, problem in err, "Traceback" in err) == (True, "", True, False)


@pytest.mark.parametrize(
    "code",
    [
        "defmodule L do\n  def go(n), do: 1 + go(n + 1)\nend\nL.go(0)",
        "defmodule L do\n  def go(n), do: go(n + 1)\nend\nL.go(0)",
    ],
)
def test_endless_recursion_is_bounded_and_named(simulator, code):
    status, _, err = simulator("run", "-q", "-e", code)
    assert (status, "L.go/1" in err, "Traceback" in err) == (3, True, False)


def test_deep_recursion_that_looks_into_the_mailbox_takes_no_longer_the_deeper_it_is(simulator):
    code = (
        "defmodule D do\n  def go(0), do: 0\n  def go(n), do: (receive do :x -> 9 after 0 -> 1 end) + go(n - 1)\nend\n"
    )
    status, out, _ = simulator("run", "-q", "-e", f"{code}IO.puts(D.go(60_000))")
    assert (status, out) == (0, "60000\n")


def test_a_mistake_in_a_very_long_line_shows_the_part_around_it(simulator):
    status, _, err = simulator("run", "-e", "(" * 5000 + ")" * 5000)
    assert status == 1 and len(err) < 1500 and err.rstrip().endswith("^")
    shown, mark = err.rstrip().split("\n")[-2:]
    assert shown[mark.index("^")] == "("


def test_pictures_and_figures_of_an_elixir_file(simulator, folder):
    write(folder, "p.exs", "pid = spawn(fn -> receive do x -> x end end)\nsend(pid, :hi)\nProcess.sleep(1)\n")
    assert simulator("diagram", "p.exs", "-o", "p.svg")[0] == 0
    assert ":hi" in (folder / "p.svg").read_text(encoding="utf-8")
    assert "mailbox" in simulator("stats", "p.exs")[1].lower()
    assert simulator("diagram", "p.exs", "--kind", "links", "-o", "l.svg")[0] == 0


def test_a_trace_holds_the_source_and_its_lines(simulator, folder):
    write(folder, "t.exs", "# Two.\nspawn(fn -> :ok end)\n")
    assert simulator("run", "-q", "t.exs", "--trace", "t.jsonl")[0] == 0
    text = (folder / "t.jsonl").read_text(encoding="utf-8")
    assert '"title":"Two."' in text and "spawn(fn" in text


def test_two_runs_of_one_program_are_the_same(folder):
    write(folder, "r.exs", "IO.inspect(for _ <- 1..3, do: :rand.uniform(9))\nIO.inspect(make_ref())\n")
    loaded = load("r.exs")
    assert isinstance(loaded, ElixirScenario)
    assert run(loaded).output == run(loaded).output


# -- what is kept of a compilation ------------------------------------------------------------------

PROGRAM = [("nofile", "IO.puts(1)")]


def kept(store):
    return [path for path in sorted(os.listdir(store.folder)) if not path.startswith(".")]


def test_a_program_is_compiled_once(tmp_path, monkeypatch):
    store = Store(str(tmp_path / "kept"))
    prepare(PROGRAM, store=store)
    assert len(kept(store)) == 1
    monkeypatch.setattr("simulator.elixir.program._compiled", None)
    assert prepare(PROGRAM, store=store).images


def test_other_text_is_another_program(tmp_path):
    store = Store(str(tmp_path / "kept"))
    prepare(PROGRAM, store=store)
    prepare(PROGRAM, echo=True, store=store)
    prepare([("nofile", "IO.puts(2)")], store=store)
    assert len(kept(store)) == 3


@pytest.mark.parametrize("file", ["program.py", "library/known.txt", "library/collections/lists/keys.py"])
def test_whatever_file_of_the_compiler_changes_a_program_is_compiled_again(tmp_path, monkeypatch, file):
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("before")
    monkeypatch.setattr("simulator.elixir.store.__file__", str(tmp_path / "store.py"))
    keys = []
    for text in ("before", "before", "after it"):
        path.write_text(text) if path.read_text() != text else None
        _fingerprint.cache_clear()  # as in a new process: in one the files are looked at once
        keys.append(Store(None).key(["text"]))
    _fingerprint.cache_clear()
    assert keys[0] == keys[1] != keys[2]


def test_nothing_is_read_that_somebody_else_could_have_written(tmp_path):
    store = Store(str(tmp_path / "kept"))
    store.write("key", b"data")
    assert store.read("key") == b"data"
    file = os.path.join(store.folder, "key")
    os.chmod(file, os.stat(file).st_mode | stat.S_IWOTH)
    assert store.read("key") is None
    os.chmod(file, 0o600)
    os.chmod(store.folder, 0o777)
    assert store.read("key") is None


def test_where_modes_say_nothing_of_others_the_users_folder_is_their_own(tmp_path, monkeypatch):
    monkeypatch.delattr(os, "getuid")
    store = Store(str(tmp_path / "kept"))
    (tmp_path / "kept").mkdir()
    os.chmod(store.folder, 0o777)  # as Windows shows every folder
    store.write("key", b"data")
    os.chmod(os.path.join(store.folder, "key"), 0o666)
    assert store.read("key") == b"data"


def test_a_link_in_the_store_is_not_followed(tmp_path):
    store = Store(str(tmp_path / "kept"))
    store.write("key", b"data")
    os.rename(os.path.join(store.folder, "key"), tmp_path / "elsewhere")
    os.symlink(tmp_path / "elsewhere", os.path.join(store.folder, "key"))
    assert store.read("key") is None


@pytest.mark.parametrize("data", [b"", b"nonsense", b"beam-simulator elixir 1\n" + b"x" * 40])
def test_what_is_damaged_is_compiled_again(tmp_path, data):
    store = Store(str(tmp_path / "kept"))
    prepare(PROGRAM, store=store)
    (name,) = kept(store)
    with open(os.path.join(store.folder, name), "wb") as file:
        file.write(data)
    assert prepare(PROGRAM, store=store).images
    assert store.read(name) is not None


def test_without_a_folder_to_write_in_everything_works(tmp_path):
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    for store in (Store(None), Store(str(tmp_path / "file" / "below"))):
        assert prepare(PROGRAM, store=store).images


def test_a_file_that_is_no_elixir_is_refused(folder):
    write(folder, "x.exs", "\x7fELF\x00\x01")
    with pytest.raises(LoadError):
        load("x.exs")


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ("defstruct a: fn x -> x end", "cannot escape #Function<"),
        ("@a make_ref()\n  def a, do: @a", "cannot escape #Reference<"),
        ("@a self()\n  def a, do: @a", "cannot escape #PID<"),
    ],
)
def test_what_cannot_stand_in_code_is_refused(simulator, made, told):
    status, _, err = simulator("run", "-q", "-e", f"defmodule M do\n  {made}\nend")
    assert (status, told in err, "Traceback" in err) == (1, True, False)


LONG = "1" + "0" * 5_000


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (f"&{LONG}", "must be used within the capture operator &"),
        (f"&(&{LONG} + 1)", "cannot be defined without &1"),
        (f"&foo/{LONG}", "must be numbered between 1 and 255"),
        ("&foo/256", "capture argument &256 must be numbered between 1 and 255"),
        (r"~s(\uD800)", r"** (ArgumentError) invalid or reserved Unicode code point \u{D800}"),
        (r"~w(\x)a", r"** (ArgumentError) invalid hex escape character, expected \xHH where H is a hexadecimal digit"),
        (r'Macro.unescape_string("\\uD800")', r"invalid or reserved Unicode code point \u{D800}"),
        (r'"\x"', r"expected \xHH where H is a hexadecimal digit. Syntax error after: \x"),
    ],
)
def test_captures_and_escapes_that_are_none_are_told(simulator, made, told):
    status, _, err = simulator("run", "-q", "-e", f"IO.inspect({made})")
    assert (status, told in err, "defect" in err) == (1, True, False)


def test_bits_and_long_numbers_stand_in_code(simulator):
    code = f"""
defmodule M do
  defstruct a: <<1::3>>
  @b [<<5::7>>, {LONG}]
  def b, do: @b
  def c({LONG}), do: :long
end
IO.inspect(M.__struct__().a)
IO.inspect(M.b() == [<<5::7>>, 10 ** 5000])
IO.inspect(M.c(10 ** 5000))
IO.inspect(String.length(Macro.to_string(10 ** 5000)))
""".replace(str(7**6000) if False else "\0", "")
    status, out, _ = simulator("run", "-q", "-e", code)
    assert (status, out) == (0, "<<1::size(3)>>\ntrue\n:long\n6667\n")


def test_messages_that_fail_are_told_of(simulator):
    code = """
defmodule Fails do
  defexception [:message]
  def message(_), do: raise("inner")
end
defmodule Odd do
  defexception [:message]
  def message(_), do: 5
end
IO.puts(Exception.message(%Odd{}))
IO.puts(Exception.message(%Fails{}))
raise Fails
"""
    code = code.replace("%Odd{}", "Odd.exception([])").replace("%Fails{}", "Fails.exception([])")
    status, out, err = simulator("run", "-q", "-e", code)
    where = "while retrieving Exception.message/1 for %Fails{message: nil}"
    assert (status, out) == (
        1,
        "got 5 while retrieving Exception.message/1 for %Odd{message: nil} (expected a string)\n"
        f'got RuntimeError with message "inner" {where}. Stacktrace:\n    nofile:4: Fails.message/1\n\n',
    )
    assert f'** (Fails) got RuntimeError with message "inner" {where}' in err


def test_messages_that_fail_for_ever_end_the_run(simulator):
    code = "defmodule Again do\n  defexception [:message]\n  def message(e), do: raise(e)\nend\nraise Again"
    status, _, err = simulator("run", "-q", "-e", code)
    assert (status, err.count("\n")) == (3, 1)
    assert err.startswith(
        "simulator: no end: messages fail while retrieving Exception.message/1 for %Again{message: nil}"
    )


def test_a_float_beyond_all_is_no_source(simulator):
    status, out, err = simulator("run", "-q", "-e", "IO.inspect(1.0e999)")
    assert (status, out) == (1, "")
    assert err.startswith("** (SyntaxError) nofile:1:12: invalid float number 1.0e999\n")


def test_a_via_tuple_of_another_form_is_told_of(simulator):
    code = """
for t <- [{:a}, :a, {:a, :b, :c, :d}] do
  try do
    GenServer.call({:via, Registry, t}, 1)
  catch
    k, e -> IO.inspect({k, e})
  end
  try do
    Registry.whereis_name(t)
  catch
    k, e -> IO.inspect({k, e})
  end
end
"""
    status, out, _ = simulator("run", "-q", "-e", code)
    assert (status, out) == (0, "{:error, :function_clause}\n" * 6)


@pytest.mark.parametrize(
    ("code", "status", "told"),
    [
        ("x = 1\ndefimpl String.Chars, for: x do\nend", 1, "no function clause matching in Module.concat/2"),
        ("defimpl 1 + 1, for: Integer do\nend", 1, "no function clause matching in Module.concat/2"),
        ("defimpl String.Chars, x do\nend", 1, "no function clause matching in Keyword.merge/2"),
        ("defimpl Enumerable, for: [1, 2] do\nend", 1, "no function clause matching in Module.concat/2"),
        ('Version.match?("1.0.0", ~c"a")', 1, "no function clause matching in Version.Requirement.match?/2"),
        ('Version.parse(~c"1.0")', 1, "no function clause matching in Version.parse/1"),
        ('Version.compare([], "1.0.0")', 1, "no function clause matching in Version.Parser.parse_version/2"),
        ("IO.inspect(Version.parse(<<255>>))", 0, ""),
        ('case "a" do\n  ~r/a/ -> 1\nend', 1, "nofile:2: not supported: this as a pattern"),
    ],
)
def test_arguments_of_another_kind_are_told_of(simulator, code, status, told):
    ended, _, err = simulator("run", "-q", "-e", code)
    assert (ended, told in err, "Traceback" in err) == (status, True, False)


SUPPORT = """defmodule Support do
  defmacro times(number), do: quote(do: unquote(number) * FACTOR)
  defstruct part: 1
  def plain, do: :plain
end
"""
REQUIRES = """Code.require_file("support.exs", __DIR__)

defmodule Main do
  import Support
  def go, do: {times(4), %Support{}, plain()}
end

IO.inspect(Main.go())
"""


def test_what_stands_below_a_required_file_knows_its_macros_and_structs_as_they_are_now(folder):
    (folder / "main.exs").write_text(REQUIRES)
    for factor, told in (("2", 8), ("3", 12)):
        (folder / "support.exs").write_text(SUPPORT.replace("FACTOR", factor))
        for _ in range(2):  # the second time it is kept
            assert run(load("main.exs")).output == f"{{{told}, %Support{{part: 1}}, :plain}}\n"


def test_what_is_wrong_with_a_required_file_is_said_when_it_is_required(folder):
    (folder / "main.exs").write_text('IO.puts("first")\nCode.require_file("support.exs", __DIR__)\n')
    (folder / "support.exs").write_text("defmodule Support do\n  def\n")
    result = run(load("main.exs"))
    assert result.output == "first\n"
    assert "TokenMissingError" in str(result.reason) or "TokenMissingError" in result.main_banner


def test_a_handler_and_a_filter_that_fail_are_taken_out_and_that_is_told(simulator):
    code = """
    require Logger
    defmodule(Bad, do: def(log(_, _), do: raise("handler")))
    :logger.add_handler(:bad, Bad, %{})
    Logger.error("one")
    :logger.add_primary_filter(:worse, {fn _, _ -> :huh end, 1})
    Logger.error("two")
    Process.sleep(1)
    IO.inspect({:logger.get_handler_ids(), Keyword.keys(:logger.get_primary_config().filters)})
    """
    status, out, err = simulator("run", "-q", "-e", code)
    assert (status, out) == (0, "{removed_failing_handler,bad}\n{removed_failing_filter,worse}\n"
                                "{[Logger], [:process_level]}\n")  # fmt: skip
    assert err.count("Logger - error: ") == 2 and err.count("[error] one") == err.count("[error] two") == 1
    assert "[debug] [logger: :removed_failing_handler, handler: {:bad, Bad}" in err
    assert "[debug] [logger: :removed_failing_filter, filter: {:worse, {#Function<" in err


def test_what_otp_cannot_word_here_is_refused_where_it_is_asked_for(simulator):
    code = """
    defmodule Words do
      def log(%{msg: {:report, report}, meta: %{report_cb: words}}, _), do: words.(report, %{})
    end
    defmodule SM do
      def callback_mode, do: :handle_event_function
      def init(x), do: {:ok, :a, x}
      def handle_event(_, _, _, _), do: exit(:why)
    end
    :logger.add_handler(:words, Words, %{})
    {:ok, pid} = :gen_statem.start(SM, 1, [])
    :gen_statem.cast(pid, :x)
    Process.sleep(10)
    """
    status, _, err = simulator("run", "-q", "-e", code)
    assert status != 0 and "the words of a report of gen_statem" in err
