"""PubSub: the subscriber that never subscribed

What is published on a topic goes to each of its subscribers. The usual first attempt subscribes in the
main process, and then spawns a process that waits for the news. But subscribe enters the pid of whoever
calls it, and that is the main process. The news lies in its mailbox, where nobody reads it, and the
reader waits for ever.

So the reader must subscribe itself. That alone is not enough, as the sport shows: when the main process
publishes, the reader has not run yet. Its subscription comes after the result, and PubSub keeps nothing
for those who come later.

With the weather it works: the reader says that it has subscribed, and only then the main process
publishes. The reader's cast comes before its word, and the publishing after it.

Try: simulator run pubsub --set readers=3
     simulator diagram pubsub -o pubsub.png
"""

from simulator import ANY, Config, GenServer, atom

config = Config(readers=1)


class PubSub(GenServer):
    def start_link(proc):
        return GenServer.start_link(proc, PubSub, {}, name=PubSub)

    def subscribe(proc, topic):
        return proc.cast(PubSub, (atom.subscribe, topic, proc.pid))

    def publish(proc, topic, message):
        return proc.cast(PubSub, (atom.publish, topic, message))

    def init(proc, topics):
        return (atom.ok, topics)

    def handle_cast(proc, request, topics):
        match request:
            case (atom.subscribe, topic, pid):
                return (atom.noreply, {**topics, topic: [pid, *topics.get(topic, [])]})
            case (atom.publish, topic, message):
                for pid in topics.get(topic, []):
                    proc.send(pid, (atom.message, topic, message))
                return (atom.noreply, topics)


def wait_for_news(proc, topic):
    _, topic, text = yield proc.receive((atom.message, topic, ANY))
    proc.puts(f"{proc.pid} received on {topic}: {text}")


def subscribe_and_wait(proc, topic, main):
    PubSub.subscribe(proc, topic)
    proc.send(main, (atom.subscribed, topic))
    yield from wait_for_news(proc, topic)


def main(proc):
    yield PubSub.start_link(proc)

    PubSub.subscribe(proc, atom.news)
    for _ in range(config.readers):
        proc.spawn(wait_for_news, atom.news)
    PubSub.publish(proc, atom.news, "Breaking news!")
    yield proc.sleep(100)
    proc.inspect((yield proc.receive()), label="the main process has")

    for _ in range(config.readers):
        proc.spawn(subscribe_and_wait, atom.sport, proc.pid)
    PubSub.publish(proc, atom.sport, "One nil!")
    yield proc.sleep(100)

    for _ in range(config.readers):
        proc.spawn(subscribe_and_wait, atom.weather, proc.pid)
        yield proc.receive((atom.subscribed, atom.weather))
    PubSub.publish(proc, atom.weather, "It rains!")
    yield proc.sleep(100)
