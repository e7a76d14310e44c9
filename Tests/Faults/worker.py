# A worker as a process behind a proxy of its own: started, killed, stopped, watched, and started again when it asks for it.

import os
import re
import signal
import subprocess
import threading
import time

PAIR = re.compile(r'(\w+)=("(?:[^"\\]|\\.)*"|\S*)')
TRY_AGAIN = (75, 70)
STARTING_SECONDS = 1
# socket.timeout.ms of the workers, and the time until a connection is there again.
ANSWER_SECONDS = 12


def parse(line):
    """The fields of a log line."""
    return {name: value.strip('"') for name, value in PAIR.findall(line)}


class Worker:
    """One member of the group. After `start` a thread keeps it running until `drain` or `retire`."""

    def __init__(self, name, command, proxy, folder, environment=None):
        self.name, self.command, self.proxy, self.folder = name, command, proxy, folder
        self.environment = environment or {}
        self.process, self.stderr_to, self.stdout_to = None, None, None
        self.log_path = os.path.join(folder, f"{name}.log")
        self.exits, self.surprises = [], []
        self.most_memory = 0
        self.kills = 0
        self.next_environment = {}
        self.is_unattended, self.has_lost_log, self.is_aside = False, False, False
        self.prefix = []
        self._wanted = False
        self._killed = None
        self._born = 0.0
        self._lock = threading.RLock()
        self._thread = None

    def start(self):
        if self._thread is not None:
            self._thread.join(10)
        self._wanted = True
        self._spawn()
        self._thread = threading.Thread(target=self._watch, daemon=True, name=self.name)
        self._thread.start()

    def _spawn(self):
        environment = {**os.environ, **self.environment, **self.next_environment}
        self.next_environment = {}
        self._born = time.monotonic()
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen(
                self.prefix + self.command, stdin=subprocess.DEVNULL, stdout=self.stdout_to or subprocess.DEVNULL, env=environment,
                stderr=log if self.stderr_to is None else self.stderr_to)

    def _watch(self):
        while self._wanted:
            with self._lock:
                if self._wanted and self.process.poll() is not None:
                    self._account(self.process.returncode)
                    if self.is_unattended:
                        return
                    time.sleep(0.2)
                    self._spawn()
                self._measure()
            time.sleep(0.05)

    def _account(self, status):
        self.exits.append(status)
        if status == -signal.SIGKILL:
            self.kills += 1
        elif status not in TRY_AGAIN:
            self.surprises.append(f"I12 {self.name} ended with {status} unasked")

    def _measure(self):
        try:
            with open(f"/proc/{self.process.pid}/status") as file:
                for line in file:
                    if line.startswith("VmHWM"):
                        self.most_memory = max(self.most_memory, int(line.split()[1]) * 1024)
        except OSError:
            pass

    def signal(self, number):
        if self.process.poll() is None:
            self.process.send_signal(number)

    def kill(self):
        """kill -9; the watching thread starts it again."""
        self._killed = self.process
        self.signal(signal.SIGKILL)

    def retire(self):
        """kill -9 for good."""
        with self._lock:
            self._wanted = False
            if self.process is not None and self.process.poll() is None:
                self.process.send_signal(signal.SIGKILL)
                self.process.wait()
                self.kills += 1

    def drain(self, limit=40, allowed=(0,)):
        """SIGTERM, and the exit code that follows; one not allowed is noted."""
        with self._lock:
            self._wanted = False
            self._measure()
            now = time.monotonic()
            age = now - self._born
            # Until an answer that was lost is missed, the last batch may not come to its end: it is left, and told so.
            if now - self.proxy.disturbed_at < ANSWER_SECONDS:
                allowed += (75,)
            if self.process.poll() is None:
                self.process.send_signal(signal.SIGTERM)
            try:
                status = self.process.wait(limit)
            except subprocess.TimeoutExpired:
                self.surprises.append(f"I12 {self.name} did not end {limit} s after SIGTERM")
                self.process.kill()
                self.process.wait()
                self.kills += 1
                return None
            # One that has just been killed may not be gone yet.
            if status == -signal.SIGKILL and self._killed is self.process:
                self.kills += 1
                return None
            self.exits.append(status)
            # A process that is just being started has nothing to drain and no handler yet.
            if status not in allowed and not (age < STARTING_SECONDS and status == -signal.SIGTERM):
                self.surprises.append(f"I12 {self.name} ended with {status} after SIGTERM, allowed {allowed}")
            return status

    def terminate_twice(self):
        """Two SIGTERMs; the second ends the process at once."""
        with self._lock:
            self._wanted = False
            self.signal(signal.SIGTERM)
            time.sleep(0.3)
            self.signal(signal.SIGTERM)
            try:
                status = self.process.wait(3)
            except subprocess.TimeoutExpired:
                self.surprises.append(f"I12 {self.name} lives 3 s after a second SIGTERM")
                self.process.kill()
                status = self.process.wait()
            self.exits.append(status)
            self.kills += 1
            if status not in (0, 128 + signal.SIGTERM, -signal.SIGTERM):
                self.surprises.append(f"I12 {self.name} ended with {status} after a second SIGTERM")

    def restart(self, **environment):
        """Drains and starts again with more environment for this one life."""
        self.drain()
        self.next_environment = environment
        self.start()

    def log(self):
        """All log lines so far as fields."""
        try:
            with open(self.log_path, errors="replace") as file:
                return [parse(line) for line in file]
        except FileNotFoundError:
            return []

    def count(self, event):
        return sum(line.get("event") == event for line in self.log())

    def wait_for(self, event, more_than=0, limit=30):
        """Waits until an event has been logged more than so many times."""
        deadline = time.monotonic() + limit
        while time.monotonic() < deadline:
            if self.count(event) > more_than:
                return True
            time.sleep(0.05)
        return False
