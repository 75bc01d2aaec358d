"""The parallel map: four jobs of one second in one second

pmap starts a process for each element, which sends its result home. All of them wait at the same time:
four jobs, one second. The results come out in the order of the list and not in the order of finishing,
because each job has a reference of its own, and pmap asks for them one by one. Messages that it does
not ask for yet stay in the mailbox: that is selective receive.

The second map shows it: the first job takes longest, all others finish before it, and their results
wait in the mailbox. The order is kept all the same.

Try: simulator run parallel_map --set jobs=1000
     simulator diagram parallel_map -o parallel_map.png
"""

from simulator import ANY, Config

config = Config(jobs=4)


def job(proc, caller, ref, function, element):
    result = yield from function(proc, element)
    proc.send(caller, (ref, result))


def pmap(proc, elements, function):
    refs = []
    for element in elements:
        ref = proc.make_ref()
        proc.spawn(job, proc.pid, ref, function, element)
        refs.append(ref)
    results = []
    for ref in refs:
        _, result = yield proc.receive((ref, ANY))
        results.append(result)
    return results


def double(proc, n):
    yield proc.sleep(1000)
    return n * 2


def slow_first(proc, n):
    yield proc.sleep(1000 - 100 * n)
    proc.puts(f"job {n} done at {proc.now_ms} ms")
    return n * 2


def main(proc):
    doubled = yield from pmap(proc, range(1, config.jobs + 1), double)
    proc.inspect(doubled, label=f"{proc.now_ms} ms")
    doubled = yield from pmap(proc, [1, 2, 3, 4], slow_first)
    proc.inspect(doubled, label=f"{proc.now_ms} ms")
