# A network namespace with one link to this machine that loses packets and carries little: iptables and tc, as root.

import os
import shutil
import subprocess

TOOLS = ("ip", "tc", "iptables")


def is_there():
    """Whether this machine can do it."""
    if os.geteuid() != 0 or not all(shutil.which(tool) for tool in TOOLS):
        return False
    try:
        with LossyNetwork(0.01, "8mbit"):
            return True
    except subprocess.CalledProcessError:
        return False


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


class LossyNetwork:
    """`host` is this machine's address on the link; `command` starts a program at the other end."""

    def __init__(self, loss, rate):
        number = os.getpid() % 250
        self.name, self.near, self.far = f"faults{os.getpid()}", f"fa{os.getpid()}", f"fb{os.getpid()}"
        self.host, self.guest = f"10.213.{number}.1", f"10.213.{number}.2"
        self.command = ["ip", "netns", "exec", self.name]
        self.loss, self.rate = loss, rate

    def __enter__(self):
        try:
            run("ip", "netns", "add", self.name)
            run("ip", "link", "add", self.near, "type", "veth", "peer", "name", self.far)
            run("ip", "link", "set", self.far, "netns", self.name)
            run("ip", "address", "add", f"{self.host}/24", "dev", self.near)
            run("ip", "link", "set", self.near, "up")
            inside = self.command
            run(*inside, "ip", "link", "set", "lo", "up")
            run(*inside, "ip", "address", "add", f"{self.guest}/24", "dev", self.far)
            run(*inside, "ip", "link", "set", self.far, "up")
            for chain in ("INPUT", "OUTPUT"):
                run(*inside, "iptables", "-A", chain, "-p", "tcp", "-m", "statistic", "--mode", "random",
                    "--probability", str(self.loss), "-j", "DROP")
            run(*inside, "tc", "qdisc", "add", "dev", self.far, "root", "tbf", "rate", self.rate, "burst", "32kbit",
                "latency", "400ms")
            return self
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *_):
        subprocess.run(["ip", "link", "del", self.near], stderr=subprocess.DEVNULL)
        subprocess.run(["ip", "netns", "del", self.name], stderr=subprocess.DEVNULL)
