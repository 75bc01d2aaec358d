"""A bank."""

from dataclasses import dataclass, field

from simulator import Config, DynamicSupervisor, GenServer, Registry, atom

config = Config(seed=1, transfers=20)


@dataclass
class Money:
    balance: int = 100
    log: list = field(default_factory=list)


class Account(GenServer):
    def start_link(proc, name):
        return GenServer.start_link(proc, Account, name, name=(atom.via, Registry, (atom.accounts, name)))

    def init(proc, name):
        return (atom.ok, Money())

    def handle_call(proc, request, client, money):
        match request:
            case (atom.withdraw, n) if n <= money.balance:
                money.balance -= n
                money.log.append(-n)
                return (atom.reply, atom.ok, money)
            case (atom.withdraw, n):
                return (atom.reply, (atom.error, atom.insufficient), money)
            case (atom.deposit, n):
                money.balance += n
                money.log.append(n)
                return (atom.reply, atom.ok, money)
            case atom.balance:
                return (atom.reply, money, money)


def account(name):
    return (atom.via, Registry, (atom.accounts, name))


def transfer(proc, a, b, n):
    match (yield proc.call(account(a), (atom.withdraw, n))):
        case atom.ok:
            yield proc.call(account(b), (atom.deposit, n))
            return True
        case (atom.error, why):
            proc.puts(f"{a} -> {b} {n}: {why}")
            return False


def client(proc, parent, names):
    for _ in range(config.transfers):
        a, b = proc.random.sample(names, 2)
        yield from transfer(proc, a, b, proc.random.randint(1, 80))
        yield proc.sleep(f"{proc.random.expovariate(1000)}s")
    proc.send(parent, (atom.done, proc.pid))


def main(proc):
    yield Registry.start_link(proc, keys=atom.unique, name=atom.accounts)
    _, sup = yield DynamicSupervisor.start_link(proc, strategy=atom.one_for_one)
    names = ["ann", "bob", "cy"]
    for name in names:
        yield DynamicSupervisor.start_child(proc, sup, (Account, name))
    pids = [proc.spawn(client, proc.pid, names) for _ in range(2)]
    for pid in pids:
        yield proc.receive((atom.done, pid))
    total = 0
    for name in names:
        money = yield proc.call(account(name), atom.balance)
        total += money.balance
        proc.puts(f"{name} {money.balance} {len(money.log)}")
    proc.puts(f"total {total}")
    assert total == 300
