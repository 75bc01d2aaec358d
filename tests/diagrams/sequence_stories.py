"""Traces made by hand, and by chance, for the sequence diagram."""

from __future__ import annotations

from random import Random

from link_stories import MS, Story

from simulator.trace import events as ev


class Talk(Story):
    """A story with the steps of a message."""

    def send(self, sender: int | None, receiver: int | None, text: str, name: str | None = None) -> int:
        """A message leaves; returns what its deliver or drop is caused by."""
        return self.tell(ev.Send, sender, to=receiver, msg=text, name=name)

    def arrive(self, receiver: int, sent: int) -> int:
        """It enters the mailbox."""
        return self.tell(ev.Deliver, receiver, cause=sent, depth=1)

    def post(self, sender: int | None, receiver: int, text: str, name: str | None = None) -> int:
        """It leaves and enters the mailbox at once."""
        return self.arrive(receiver, self.send(sender, receiver, text, name))

    def receive(self, receiver: int, arrived: int) -> None:
        """It is taken out."""
        self.tell(ev.Receive, receiver, cause=arrived, depth=0)

    def lose(self, receiver: int | None, sent: int, why: str = "dead") -> None:
        """It reaches nobody."""
        self.tell(ev.Drop, receiver, cause=sent, why=why)

    def end(self, reason: str = "finished") -> Talk:
        """The run ends."""
        self.tell(ev.End, reason=reason)
        return self


class Service(Talk):
    """A story with the steps of clients and servers."""

    def call(self, caller: int, server: int, ref: int, request: str, until: float | None = None) -> int:
        """A client calls :stack and waits; returns the send of its request."""
        self.tell(ev.Monitor, caller, to=server, ref=ref)
        limit = None if until is None else int(until * MS)
        made = self.tell(ev.Call, caller, to=server, name=":stack", ref=ref, request=request, until=limit)
        text = f'{{:"$gen_call", {{#PID<0.{caller}.0>, #Reference<0.0.0.{ref}>}}, {request}}}'
        sent = self.tell(ev.Send, caller, to=server, msg=text, cause=made)
        self.wait(caller, "call", until=limit)
        return sent

    def enter(self, server: int, arrived: int, callback: str = "handle_call") -> None:
        """The server takes a message and enters the callback for it."""
        self.receive(server, arrived)
        self.tell(ev.Callback, server, name=f"Stack.{callback}")

    def reply(self, server: int, caller: int, ref: int, reply: str, state: str | None = None) -> int:
        """The server's callback returns with a reply; returns its send."""
        self.tell(ev.Called, server, name="Stack.handle_call", returned=":reply", state=state)
        made = self.tell(ev.Reply, server, to=caller, ref=ref, reply=reply)
        return self.tell(ev.Send, server, to=caller, msg=f"{{#Reference<0.0.0.{ref}>, {reply}}}", cause=made)

    def take(self, caller: int, sent: int, ref: int) -> None:
        """The client gets its reply."""
        self.receive(caller, self.arrive(caller, sent))
        self.tell(ev.Demonitor, caller, ref=ref, flush=True)
        self.tell(ev.Return, caller, ref=ref, how="replied")

    def cast(self, client: int, server: int, request: str) -> int:
        """A client casts; returns the arrival."""
        made = self.tell(ev.Cast, client, to=server, name=":stack", request=request)
        text = f'{{:"$gen_cast", {request}}}'
        return self.arrive(server, self.tell(ev.Send, client, to=server, msg=text, cause=made))

    def start(self, server: int, supervisor: int, **fields: object) -> None:
        """A supervisor starts a stack."""
        self.spawn(server, "Stack.init/1", supervisor, link=True)
        self.tell(ev.Register, server, name=":stack")
        ok = f"{{:ok, #PID<0.{server}.0>}}"
        self.receive(supervisor, self.post(server, supervisor, f"{{:ack, #PID<0.{server}.0>, {ok}}}"))
        self.wait(server)
        self.tell(ev.Child, supervisor, child=server, id="Stack", role="worker", **fields)
        self.wait(supervisor)


def serving() -> Service:
    """A server and its supervisor: calls, a cast, states, a late reply, a crash, a restart."""
    talk = Service("Calls, casts and a restart")
    talk.spawn(100, "main/0", None)
    talk.spawn(101, "Supervisor.init/1", link=True)
    talk.tell(ev.Child, 100, child=101, id=":sup", role="supervisor")
    talk.start(102, 101)
    talk.enter(102, talk.cast(100, 102, "{:push, 1}"), "handle_cast")
    talk.tell(ev.Called, 102, name="Stack.handle_cast", returned=":noreply", state="[1]")
    talk.wait(102)
    sent = talk.call(100, 102, 1, ":pop", until=5000)
    talk.enter(102, talk.arrive(102, sent))
    reply = talk.reply(102, 100, 1, "1", "[]")
    talk.wait(102)
    talk.take(100, reply, 1)
    sent = talk.call(100, 102, 2, ":slow", until=100)
    talk.enter(102, talk.arrive(102, sent))
    slow = talk.wait(102, "sleep", until=300 * MS)
    talk.at(100)
    talk.tell(ev.Timeout, 100, cause=sent + 1)
    talk.tell(ev.Demonitor, 100, ref=2, flush=True)
    talk.tell(ev.Return, 100, ref=2, how="timeout")
    asleep = talk.wait(100, "sleep", until=400 * MS)
    talk.at(300)
    talk.tell(ev.Timeout, 102, cause=slow)
    talk.lose(100, talk.reply(102, 100, 2, ":done"), "inactive")
    talk.wait(102)
    talk.at(400)
    talk.tell(ev.Timeout, 100, cause=asleep)
    sent = talk.call(100, 102, 3, ":boom")
    talk.enter(102, talk.arrive(102, sent))
    talk.tell(ev.Crash, 102, report="GenServer :stack terminating\n** (RuntimeError) boom")
    talk.exit(102, '{%RuntimeError{message: "boom"}, [{Stack, :handle_call, 3, []}]}', "exit")
    talk.tell(ev.Unregister, 102, name=":stack")
    reason = '{%RuntimeError{message: "boom"}, [{Stack, :handle_call, 3, []}]}'
    trapped = talk.tell(ev.Signal, 102, to=101, reason=reason, via="link", msg="{:EXIT, ...}")
    down = talk.tell(ev.Down, 102, to=100, ref=3, reason=reason, msg="{:DOWN, #Reference<0.0.0.3>, ...}")
    talk.receive(101, talk.arrive(101, trapped))
    talk.start(103, 101, replaces=102)
    talk.receive(100, talk.arrive(100, down))
    talk.tell(ev.Return, 100, ref=3, how="down")
    talk.exit(100, f"{{{reason}, {{GenServer, :call, [:stack, :boom, :infinity]}}}}", "exit")
    return talk.end()


def every_sign() -> Talk:
    """One of each sign that a picture knows, but those of :func:`delayed`."""
    talk = Talk("Every sign of a sequence diagram")
    talk.spawn(100, "main/0", None)
    talk.tell(ev.Flag, 100, flag="trap_exit", value="true")
    talk.spawn(101, "Counter.loop/1", args=["0"])
    talk.tell(ev.Register, 101, name=":counter")
    talk.spawn(102, "worker/2", link=True)
    talk.spawn(103, "bystander/0", monitor=5)
    talk.tell(ev.Link, 100, to=103)
    first = talk.post(100, 101, "{:increment, 5}", ":counter")
    deep = '{:get, #PID<0.100.0>, %{deeply: [nested: "term"], that: "is far too long to be shown"}}'
    second = talk.post(100, 101, deep, ":counter")
    tick = talk.tell(ev.Timer, 100, ref=9, to=100, msg=":tick", at=250 * MS)
    talk.tell(ev.Timer, 100, ref=10, to=101, msg=":never", at=900 * MS)
    talk.tell(ev.Note, 100, text="both requests are on their way")
    talk.wait(100, until=500 * MS, patterns=["{:value, _}"])
    talk.receive(101, first)
    talk.tell(ev.Called, 101, name="S.init", returned=":ok", state="5")
    talk.tell(ev.Output, 101, text="counter is 5\n")
    talk.receive(101, second)
    value = talk.post(101, 100, "{:value, 5}")
    talk.wait(101)
    work = talk.tell(ev.Work, 102, duration=300 * MS)
    talk.tell(ev.Run, 102, scheduler=1)
    other_work = talk.tell(ev.Work, 103, duration=100 * MS)
    talk.receive(100, value)
    talk.wait(100, patterns=[":tick"])
    talk.at(250)
    talk.receive(100, talk.arrive(100, talk.tell(ev.Fire, 100, ref=9, to=100, cause=tick)))
    talk.tell(ev.Cancel, 100, ref=10, left=650 * MS)
    asleep = talk.wait(100, "sleep", until=400 * MS)
    talk.at(300)
    talk.tell(ev.Worked, 102, cause=work)
    talk.tell(ev.Crash, 102, report="** (ArithmeticError) bad argument in arithmetic expression")
    talk.exit(102, "{:badarith, [{:erlang, :/, [1, 0], []}]}", "error")
    message = "{:EXIT, #PID<0.102.0>, {:badarith, [{:erlang, :/, [1, 0], []}]}}"
    trapped = talk.tell(ev.Signal, 102, to=100, reason="{:badarith, []}", via="link", msg=message)
    exit_message = talk.arrive(100, trapped)
    talk.tell(ev.Run, 103, scheduler=1)
    talk.at(400)
    talk.tell(ev.Timeout, 100, cause=asleep)
    talk.receive(100, exit_message)
    talk.tell(ev.Worked, 103, cause=other_work)
    talk.tell(ev.Unlink, 100, to=103)
    talk.exit(103, ":bye", "exit")
    text = "{:DOWN, #Reference<0.0.0.5>, :process, #PID<0.103.0>, :bye}"
    talk.arrive(100, talk.tell(ev.Down, 103, to=100, ref=5, reason=":bye", msg=text))
    talk.lose(103, talk.send(100, 103, ":are_you_there?"))
    talk.post(100, 100, ":note_to_self")
    talk.tell(ev.Monitor, 100, to=101, ref=11, name=":counter")
    talk.tell(ev.Demonitor, 100, ref=11)
    talk.tell(ev.Ignore, 101, cause=talk.tell(ev.Signal, 100, to=101, reason=":normal", via="exit"))
    kill = talk.tell(ev.Signal, 100, to=101, reason=":kill", via="exit")
    waits = talk.wait(100, until=1400 * MS, patterns=[":impossible"])
    talk.exit(101, ":killed", "killed", cause=kill)
    talk.at(1400)
    talk.tell(ev.Timeout, 100, cause=waits)
    talk.tell(ev.Output, 100, text="no answer\n  and no other\n" + "word\n" * 4)
    talk.exit(100)
    return talk.end()


def delayed() -> Talk:
    """Messages that take time, cross each other, wait, are lost, are still under way."""
    talk = Talk("Messages take time")
    talk.spawn(100, "main/0", None)
    talk.spawn(101, "server/1")
    talk.spawn(102, "client/1")
    talk.wait(101)
    first, second = (talk.send(102, 101, f"{{:request, {number}}}") for number in (1, 2))
    talk.wait(102, until=50 * MS)
    talk.at(10)
    talk.receive(101, talk.arrive(101, first))
    work = talk.tell(ev.Work, 101, duration=20 * MS)
    talk.tell(ev.Run, 101, scheduler=0)
    talk.at(13)
    arrived = talk.arrive(101, second)
    talk.at(30)
    talk.tell(ev.Worked, 101, cause=work)
    reply = talk.send(101, 102, "{:reply, 1}")
    talk.receive(101, arrived)
    talk.wait(101)
    talk.at(31)
    crossing = talk.send(100, 102, ":crossing_message")
    talk.exit(100)
    talk.at(42)
    talk.receive(102, talk.arrive(102, reply))
    talk.send(102, 101, ":last_words")
    lost = talk.send(102, 100, ":hello_dead")
    talk.wait(102, "event", detail="Resource(printer).request()")
    talk.at(44.5)
    talk.arrive(102, crossing)
    talk.at(50)
    talk.lose(100, lost)
    return talk.end("until")


def crowd(size: int, messages: int) -> Talk:
    """Many processes, each message to another one; every second one is received."""
    talk = Talk(f"A crowd of {size}")
    talk.spawn(100, "main/0", None)
    for pid in range(101, 100 + size):
        talk.spawn(pid, f"worker/{pid % 7}")
    for number in range(messages):
        talk.at(number // 3)
        receiver = 100 + (number * 7 + 3) % size
        arrived = talk.post(100 + number % size, receiver, f"{{:job, {number}}}")
        if number % 2:
            talk.receive(receiver, arrived)
    return talk.end()


def sliced(slices: int) -> Talk:
    """Two processes that share one scheduler, a millisecond each in turn."""
    talk = Talk("Two on one scheduler")
    talk.spawn(100, "main/0", None)
    talk.spawn(101, "crunch/1")
    talk.spawn(102, "crunch/1")
    works = {pid: talk.tell(ev.Work, pid, duration=slices * MS) for pid in (101, 102)}
    for turn in range(2 * slices):
        pid = 101 + turn % 2
        talk.tell(ev.Run, pid, scheduler=1)
        talk.at(turn + 1)
        if turn < 2 * slices - 2:
            talk.tell(ev.Preempt, pid, left=(slices - 1 - turn // 2) * MS)
        else:
            talk.tell(ev.Worked, pid, cause=works[pid])
            talk.exit(pid)
    return talk.end()


def flooded(messages: int, received: int) -> Talk:
    """A process that sleeps while its mailbox fills."""
    talk = Talk("A mailbox that fills")
    talk.spawn(100, "main/0", None)
    talk.spawn(101, "slow/0")
    arrived = [talk.post(100, 101, f"{{:item, {number}}}") for number in range(messages)]
    talk.exit(100)
    asleep = talk.wait(101, "sleep", until=100 * MS)
    talk.at(100)
    talk.tell(ev.Timeout, 101, cause=asleep)
    for message in arrived[:received]:
        talk.receive(101, message)
    talk.exit(101)
    return talk.end()


_STEPS = (
    "spawn", "send", "send", "send", "arrive", "receive", "wait", "say", "exit", "bond", "timer", "work",
)  # fmt: skip


def chance(seed: int, steps: int = 60) -> Talk:
    """What a few processes might do; the seed decides."""
    random = Random(seed)
    talk = Talk(f"Chance {seed}")
    talk.spawn(100, "main/0", None)
    alive, under_way, mailboxes = [100], [], []
    for ref in range(steps):
        if random.random() < 0.4:
            talk.at(talk.now / MS + random.choice([0.001, 1, 7.25, 5000]))
        one, other = random.choice(alive), random.choice(alive)
        match random.choice(_STEPS):
            case "spawn" if len(alive) < 7:
                alive.append(100 + len(talk.events))
                talk.spawn(alive[-1], random.choice(["loop/1", "Deep.Module.with_a_long_name/3"]), one)
            case "send":
                sent = talk.send(one, other, random.choice([":a", "{:b, [1, 2, 3]}", f'"{"long " * 20}"']))
                under_way.append((other, sent))
            case "arrive" if under_way:
                receiver, sent = under_way.pop(0)
                if receiver in alive:
                    mailboxes.append((receiver, talk.arrive(receiver, sent)))
                else:
                    talk.lose(receiver, sent)
            case "receive" if mailboxes:
                receiver, arrived = mailboxes.pop(random.randrange(len(mailboxes)))
                if receiver in alive:
                    talk.receive(receiver, arrived)
            case "wait":
                talk.wait(
                    one, random.choice(["receive", "sleep", "call", "event", "hibernate"]), until=talk.now + 5 * MS
                )
            case "say":
                talk.tell(
                    random.choice([ev.Output, ev.Note]),
                    one,
                    text="said " * random.randint(1, 20) + "\nso" * random.randint(0, 5),
                )
            case "exit" if len(alive) > 1:
                alive.remove(one)
                talk.exit(one, *random.choice([(":normal", "returned"), (":boom", "signal"), ("{:bad, []}", "error")]))
            case "bond" if one != other:
                talk.tell(ev.Monitor, one, to=other, ref=ref)
                talk.tell(ev.Link, one, to=other)
            case "timer":
                timer = talk.tell(ev.Timer, one, to=other, ref=1000 + ref, msg=":tick", at=talk.now + MS)
                under_way.append((other, talk.tell(ev.Fire, one, ref=1000 + ref, to=other, cause=timer)))
            case "work":
                talk.tell(ev.Work, one, duration=3 * MS)
                talk.tell(ev.Run, one, scheduler=2)
    return talk.end() if random.random() < 0.5 else talk
