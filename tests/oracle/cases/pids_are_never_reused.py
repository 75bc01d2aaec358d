"""Two processes never have one pid, nor two references one identity."""


def main(proc):
    pids = [proc.spawn(lambda child: None) for _ in range(50)]
    refs = [proc.make_ref() for _ in range(50)]
    proc.inspect((len(set(pids)), len(set(refs))))
