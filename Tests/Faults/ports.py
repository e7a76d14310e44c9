# Ports for servers that cannot be told to choose their own: `python ports.py` prints one.

import random
import socket
import threading

LOWEST, HIGHEST = 10_000, 65_535
_given, _lock = set(), threading.Lock()


def outside_ephemeral():
    """The ports that the kernel never gives by itself, so that no connection takes one between its choice and its use;
    all of them if it gives any port."""
    with open("/proc/sys/net/ipv4/ip_local_port_range", encoding="ascii") as file:
        first, last = map(int, file.read().split())
    return [port for port in range(LOWEST, HIGHEST + 1) if not first <= port <= last] or list(
        range(LOWEST, HIGHEST + 1)
    )


def free_port():
    """A port of 127.0.0.1 on which no program listens, and which this process was not given before."""
    with _lock:
        ports = [port for port in outside_ephemeral() if port not in _given]
        random.SystemRandom().shuffle(ports)
        for port in ports:
            if _is_free(port):
                _given.add(port)
                return port
    raise RuntimeError("no port is free")


def _is_free(port):
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
            return True
        except OSError:
            return False


if __name__ == "__main__":
    print(free_port())
