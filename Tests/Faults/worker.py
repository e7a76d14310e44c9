# A worker as a process: started, killed, frozen, ended, watched, and started again when its exit code asks for that.

import http.client
import os
import re
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request

from ports import free_port

PAIR = re.compile(r'(\w+)=("(?:[^"\\]|\\.)*"|\S*)')
# Exit codes after which the worker is to be started again: out of time for draining, and Kafka not reached.
TRY_AGAIN = (70, 75)
# A process that has just begun has no handler for SIGTERM yet.
STARTING_SECONDS = 5
# A worker that lives so long after SIGTERM does not end by itself.
ENDING_SECONDS = 240


def parse(line):
    """The fields of a log line."""
    return {name: value.strip('"') for name, value in PAIR.findall(line)}


class Worker:
    """One member of a group. After `start` a thread keeps it running until `drain` or `retire`."""

    def __init__(self, name, command, folder, environment):
        self.name, self.command, self.environment = name, command, environment
        self.port = free_port()
        self.log_path = os.path.join(folder, f"{name}.log")
        self.process = None
        # Exit codes in order, and what came unexpectedly.
        self.exits, self.surprises = [], []
        self.lives, self.restarts, self.most_memory = 0, 0, 0
        # A rival may lose its identity and end by itself, and is not started again.
        self.is_unattended = False
        self._is_wanted, self._killed, self._born = False, None, 0.0
        self._lock, self._thread = threading.RLock(), None
        self._next = {}

    def start(self, program=None, **environment):
        """Starts the process, for its first life with another program or more environment."""
        if self._thread is not None:
            self._thread.join(10)
        self._is_wanted = True
        self._spawn(program, environment)
        self._thread = threading.Thread(target=self._watch, daemon=True, name=self.name)
        self._thread.start()

    def _spawn(self, program=None, environment=None):
        command = [program or self.command[0], *self.command[1:], "--http-address", f"127.0.0.1:{self.port}"]
        self._born = time.monotonic()
        self.lives += 1
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
                env={**os.environ, **self.environment, **(environment or {})},
            )

    def _watch(self):
        while self._is_wanted:
            with self._lock:
                if self._is_wanted and self.process.poll() is not None:
                    self._account(self.process.returncode)
                    if self.is_unattended:
                        return
                    self._spawn()
                self._measure()
            time.sleep(0.05)

    def _account(self, status):
        self.exits.append(status)
        if status in TRY_AGAIN:
            self.restarts += not self.is_unattended
        elif status != -signal.SIGKILL:
            self.surprises.append(f"{self.name} ended with {status} unasked")

    def _measure(self):
        try:
            with open(f"/proc/{self.process.pid}/status", encoding="ascii", errors="replace") as file:
                peak = next((int(line.split()[1]) * 1024 for line in file if line.startswith("VmHWM")), 0)
        except OSError:
            return
        self.most_memory = max(self.most_memory, peak)

    @property
    def state(self):
        """The letter that /proc has for the process: T is stopped."""
        try:
            with open(f"/proc/{self.process.pid}/stat", encoding="ascii", errors="replace") as file:
                return file.read().rpartition(")")[2].split()[0]
        except OSError:
            return "X"

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
            self._is_wanted = False
            if self.process is not None and self.process.poll() is None:
                self.process.kill()
                self.process.wait()

    def drain(self, allowed=(0,)):
        """SIGTERM, and the exit code that follows; one that is not allowed is noted."""
        with self._lock:
            self._is_wanted = False
            self._measure()
            if self.process.poll() is not None:
                # It has ended by itself since the watching thread last looked.
                self._account(self.process.returncode)
                return self.process.returncode
            age = time.monotonic() - self._born
            self.process.send_signal(signal.SIGTERM)
            try:
                status = self.process.wait(ENDING_SECONDS)
            except subprocess.TimeoutExpired:
                self.surprises.append(f"{self.name} did not end {ENDING_SECONDS} s after SIGTERM")
                self.process.kill()
                self.process.wait()
                return None
            self.exits.append(status)
            is_expected = (
                status == -signal.SIGKILL
                and self._killed is self.process
                or status == -signal.SIGTERM
                and age < STARTING_SECONDS
            )
            if status not in allowed and not is_expected:
                self.surprises.append(f"{self.name} ended with {status} after SIGTERM, allowed {allowed}")
            return status

    def restart(self, program=None, **environment):
        """Drains and starts again, for one life with another program or more environment."""
        self.drain()
        self.start(program, **environment)

    def page(self, path):
        """Status and text of a page; 0 and why if there is none."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=1) as answer:
                return answer.status, answer.read().decode().strip()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode().strip()
        except (OSError, http.client.HTTPException) as error:
            return 0, type(getattr(error, "reason", error)).__name__

    def log(self):
        """All log lines so far as fields."""
        try:
            with open(self.log_path, encoding="utf-8", errors="replace") as file:
                return [parse(line) for line in file]
        except FileNotFoundError:
            return []

    @property
    def is_whole(self):
        """Whether every life has ended in time and with a closing line; to be asked when all have ended."""
        return self.count("ended") == self.lives and 70 not in self.exits

    def check_closing(self):
        """A line for each life that was drained and has no closing line."""
        drained, closed = self.exits.count(0), self.count("ended")
        return [] if closed >= drained else [f"{self.name} has drained {drained} times, with {closed} closing lines"]

    def count(self, event):
        return sum(line.get("event") == event for line in self.log())
