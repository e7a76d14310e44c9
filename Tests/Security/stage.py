# What a case stands on: topics and a group of its own, a gate in front of the broker, a TLS terminator (stunnel) in front of that,
# and a worker, which is asked what it says of itself.

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from kafka import TopicPartition

from gate import Gate
from lines import Record
from ports import free_port
from writer import Writer

STUNNEL = "/usr/bin/stunnel4"
SESSION_SECONDS = 6
TRANSACTION_SECONDS = 5


def until(condition, what, seconds=60):
    """Waits for a condition; its value."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(0.1)


class Stage:
    """The surroundings of one case; `with` ends everything."""

    def __init__(self, run, name):
        self.run, self.name = run, name
        self.folder = os.path.join(run.folder, name)
        os.makedirs(self.folder)
        self.topics = [f"{name}.{part}" for part in ("in", "out", "dead")]
        run.broker.create(dict.fromkeys(self.topics, 1))
        self.gate, self.stunnel, self.worker, self.written = None, None, None, 0
        self.http, self.door = free_port(), free_port()
        self.log_path = os.path.join(self.folder, "worker.log")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in (self.worker, self.stunnel):
            if process is not None and process.poll() is None:
                process.kill()
                process.wait()
        if self.gate is not None:
            self.gate.close()

    def path(self, name, content=None):
        """The path of a file of this case, written in one piece if there is content, as a secret store does."""
        path = os.path.join(self.folder, name)
        if content is not None:
            with open(path + ".new", "w", encoding="ascii") as file:
                file.write(content)
            os.replace(path + ".new", path)
        return path

    # --- the brokers' side

    def open_gate(self, mechanism=None, is_behind_tls=False):
        self.gate = Gate(self.run.loop, self.run.broker, self.run.sessions, door=self.door if is_behind_tls else None, mechanism=mechanism)
        return self.gate

    def start_stunnel(self, key, certificate, client_authority=None):
        """Starts the terminator, or starts it anew with another certificate."""
        if self.stunnel is not None:
            self.stunnel.kill()
            self.stunnel.wait()
        lines = ["foreground = yes", "pid =", "[kafka]", f"accept = 127.0.0.1:{self.door}", f"connect = 127.0.0.1:{self.gate.own_port}",
                 f"cert = {certificate}", f"key = {key}"]
        if client_authority:
            lines += [f"CAfile = {client_authority}", "verifyChain = yes", "requireCert = yes"]
        configuration = self.path("stunnel.conf", "\n".join(lines) + "\n")
        with open(self.path("stunnel.log"), "ab") as log:
            self.stunnel = subprocess.Popen([STUNNEL, configuration], stdin=subprocess.DEVNULL, stdout=log, stderr=log)

        def is_there():
            assert self.stunnel.poll() is None, open(self.path("stunnel.log")).read()
            with socket.socket() as probe:
                return probe.connect_ex(("127.0.0.1", self.door)) == 0
        until(is_there, "stunnel listens", 20)

    def write(self, count=5):
        lines = [f"<166>Nov 03 2020 09:50:01 vpn1 : %ASA-6-113008: AAA transaction status ACCEPT : user = u{self.written + n}" for n in range(count)]
        writer = Writer(self.run.broker.host, self.run.broker.port, self.topics[0], 1)
        writer.next[0] = self.written
        writer.write(0, [Record(line.encode()) for line in lines])
        writer.close()
        self.written += count

    def events(self):
        place = TopicPartition(self.topics[1], 0)
        with self.run.broker.consumer() as consumer:
            return consumer.end_offsets([place])[place]

    # --- the worker

    def start_worker(self, environment, *flags):
        port = self.door if self.gate.door else self.gate.own_port
        command = [self.run.program, "run", "--bootstrap-servers", f"localhost:{port}", "--input-topic", self.topics[0], "--output-topic",
                   self.topics[1], "--dead-letter-topic", self.topics[2], "--group-id", self.name, "--http-address", f"127.0.0.1:{self.http}",
                   "--transaction-timeout", f"{TRANSACTION_SECONDS}s", "--kafka", "broker.address.family=v4",
                   "--kafka", f"consumer.session.timeout.ms={SESSION_SECONDS * 1000}", *flags]
        with open(self.log_path, "wb") as log:
            self.worker = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env={**environment, "PATH": os.environ["PATH"]})

    def refused(self, environment, *command):
        """What a command says that cannot reach the brokers with the worker's settings."""
        command = [self.run.program, *command, "--bootstrap-servers", f"localhost:{self.door}", "--input-topic", self.topics[0], "--group-id",
                   self.name, "--kafka", "broker.address.family=v4"]
        answer = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
                                env={**environment, "PATH": os.environ["PATH"]})
        assert answer.returncode in (1, 75), f"{command}: exit code {answer.returncode}:\n{answer.stdout}{answer.stderr}"
        return answer.stdout + answer.stderr

    def log(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as file:
            return file.read()

    def last_log(self):
        """The end of the log, if there is one."""
        return "\n".join(self.log().splitlines()[-25:]) if self.worker is not None else ""

    def page(self, path):
        """Status and text of a page of the worker, (0, "") before it serves any."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.http}{path}", timeout=5) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def keep_metrics(self):
        """Leaves the worker's page where .ci/run has it checked."""
        if self.run.metrics_path:
            with open(self.run.metrics_path, "w", encoding="utf-8") as file:
                file.write(self.page("/metrics")[1])

    def cpu_seconds(self):
        with open(f"/proc/{self.worker.pid}/stat", encoding="ascii") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def expect_work(self, seconds=60):
        """Lines become events, and the worker says that it is ready."""
        self.write()
        until(lambda: self._runs() and self.events() >= self.written, f"{self.written} events", seconds)
        until(lambda: self.page("/readyz")[0] == 200, "ready", 20)

    def expect_trouble(self, *words, watched=6):
        """The worker is alive and not ready, says why in one place, and neither spins nor fills the log."""
        reason = until(lambda: self._runs() and (lambda answer: answer[0] == 503 and all(word in answer[1] for word in words) and answer[1])(
            self.page("/readyz")), f"not ready, with {words}", 30)
        lines, seconds = self.log().count("\n"), self.cpu_seconds()
        time.sleep(watched)
        assert self._runs()
        lines, seconds = self.log().count("\n") - lines, self.cpu_seconds() - seconds
        assert self.page("/readyz")[0] == 503 and self.page("/livez")[0] == 200
        assert seconds < 0.15 * watched, f"{seconds} s of CPU in {watched} s"
        assert lines <= 3, f"{lines} lines of log in {watched} s:\n{self.log()}"
        return reason

    def _runs(self):
        assert self.worker.poll() is None, f"the worker has ended with {self.worker.returncode}:\n{self.log()}"
        return True

    def stop_worker(self):
        self.worker.send_signal(signal.SIGTERM)
        code = self.worker.wait(40)
        assert code == 0, f"exit code {code}:\n{self.log()}"
