# What a case stands on: topics, a group and a listener of its own, and a worker, which is asked what it says of itself.

import os
import signal
import subprocess
import time
import urllib.error
import urllib.request

from confluent_kafka import Consumer, TopicPartition

from ports import free_port
from waiting import until

SESSION_SECONDS = 6
TRANSACTION_SECONDS = 5


class Stage:
    """The surroundings of one case; `with` ends everything."""

    def __init__(self, run, case):
        self.run, self.case, self.name = run, case, case.name
        self.folder = os.path.join(run.folder, self.name)
        os.makedirs(self.folder)
        self.relay = run.brokers.relays[self.name]
        self.topics = [f"{self.name}.{part}" for part in ("in", "out", "dead")]
        run.administrator.create_topics(self.topics)
        self.worker, self.written, self._read = None, 0, 0
        self.http = free_port()
        self.log_path = os.path.join(self.folder, "worker.log")
        self._reader = Consumer(
            {"bootstrap.servers": run.brokers.servers, "group.id": "reader", "enable.auto.commit": False}
        )
        self._reader.assign([TopicPartition(self.topics[1], 0, 0)])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.worker is not None and self.worker.poll() is None:
            self.worker.kill()
            self.worker.wait()
        self._reader.close()

    def path(self, name, content=None):
        """The path of a file of this case, written in one piece if there is content, as a secret store does."""
        path = os.path.join(self.folder, name)
        if content is not None:
            with open(path + ".new", "w", encoding="ascii") as file:
                file.write(content)
            os.replace(path + ".new", path)
        return path

    # --- the brokers' side

    def rights(self, principal):
        """What a worker needs to run, as deploy/kafka/acls gives it."""
        read, write = ("READ", "DESCRIBE"), ("WRITE", "DESCRIBE")
        places = [
            ("TOPIC", self.topics[0], read),
            ("TOPIC", self.topics[1], write),
            ("TOPIC", self.topics[2], write),
            ("GROUP", self.name, read),
            ("TRANSACTIONAL_ID", f"{self.name}-", write),
        ]
        return [
            (principal, resource, name, operation) for resource, name, operations in places for operation in operations
        ]

    def allow(self, principal):
        self.run.administrator.allow(*self.rights(principal))

    def show_certificate(self, key, certificate):
        """Has the broker show this certificate from now on."""
        self.run.administrator.give_certificate(self.case, key, certificate)

    def write(self, count=5, write=None):
        line = "<166>Nov 03 2020 09:50:01 vpn1 : %ASA-6-113008: AAA transaction status ACCEPT : user = u"
        lines = [f"{line}{self.written + n}" for n in range(count)]
        (write or self.run.administrator.write)(self.topics[0], lines)
        self.written += count

    def events(self):
        """How many events readers of committed records have seen so far."""
        while True:
            records = self._reader.consume(100, 0.2)
            faults = [record.error() for record in records if record.error()]
            assert not faults, faults
            if not records:
                return self._read
            self._read += len(records)

    # --- the worker

    def start_worker(self, environment, *flags):
        command = [
            self.run.program,
            "run",
            "--bootstrap-servers",
            f"localhost:{self.relay.port}",
            "--input-topic",
            self.topics[0],
            "--output-topic",
            self.topics[1],
            "--dead-letter-topic",
            self.topics[2],
            "--group-id",
            self.name,
            "--http-address",
            f"127.0.0.1:{self.http}",
            "--transaction-timeout",
            f"{TRANSACTION_SECONDS}s",
            "--kafka",
            "broker.address.family=v4",
            "--kafka",
            f"consumer.session.timeout.ms={SESSION_SECONDS * 1000}",
            *flags,
        ]
        with open(self.log_path, "wb") as log:
            self.worker = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=surroundings(environment)
            )

    def refused(self, environment, *command, codes=(1, 75)):
        """What a command says that cannot do its work with the worker's settings, and ends with one of these exit
        codes."""
        # Not every command takes all topics as flags; the environment is read by all.
        names = dict(zip(("INPUT_TOPIC", "OUTPUT_TOPIC", "DEAD_LETTER_TOPIC", "GROUP_ID"), (*self.topics, self.name)))
        command = [
            self.run.program,
            *command,
            "--bootstrap-servers",
            f"localhost:{self.relay.port}",
            "--kafka",
            "broker.address.family=v4",
        ]
        answer = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            env=surroundings(environment | {f"NORMALIZER_{name}": value for name, value in names.items()}),
        )
        assert answer.returncode in codes, f"{command}: exit code {answer.returncode}:\n{answer.stdout}{answer.stderr}"
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

    def metric(self, name):
        """The value of a metric of the worker, the first if there are several; None if there is none."""
        lines = (line for line in self.page("/metrics")[1].splitlines() if line.startswith((name + " ", name + "{")))
        return next((float(line.rpartition(" ")[2]) for line in lines), None)

    def keep_metrics(self, name):
        """Leaves the worker's page under this name where .ci/run has it checked."""
        if self.run.pages:
            os.makedirs(self.run.pages, exist_ok=True)
            with open(os.path.join(self.run.pages, name), "w", encoding="utf-8") as file:
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
        reason = until(
            lambda: (
                self._runs()
                and (lambda answer: answer[0] == 503 and all(word in answer[1] for word in words) and answer[1])(
                    self.page("/readyz")
                )
            ),
            f"not ready, with {words}",
            30,
        )
        lines, seconds = self.log().count("\n"), self.cpu_seconds()
        time.sleep(watched)
        assert self._runs()
        lines, seconds = self.log().count("\n") - lines, self.cpu_seconds() - seconds
        assert self.page("/readyz")[0] == 503 and self.page("/livez")[0] == 200
        assert seconds < 0.15 * watched, f"{seconds} s of CPU in {watched} s"
        # One for each topic, right and lane that stands in the way, and one attempt.
        assert lines <= 8, f"{lines} lines of log in {watched} s:\n{self.log()}"
        return reason

    def _runs(self):
        assert self.worker.poll() is None, f"the worker has ended with {self.worker.returncode}:\n{self.log()}"
        return True

    def stop_worker(self):
        """Ends the worker as an orchestrator does; no event has come twice meanwhile."""
        self.worker.send_signal(signal.SIGTERM)
        code = self.worker.wait(40)
        assert code == 0, f"exit code {code}:\n{self.log()}"
        assert self.events() <= self.written, f"{self.events()} events of {self.written} lines"


def surroundings(environment):
    """A worker's environment: what a case gives it, and where it finds programs and the library that it is tried
    with."""
    return {**{name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}, **environment}
