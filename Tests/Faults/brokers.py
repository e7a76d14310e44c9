# The three brokers of a round: started by Tests/Brokers/cluster, reached by workers through the proxies, or directly
# where frames are encrypted, and by the rig directly.

import contextlib
import json
import os
import shutil
import signal
import subprocess
import threading
import time

from confluent_kafka import Consumer, IsolationLevel, KafkaException, TopicPartition
from confluent_kafka.admin import AdminClient, NewPartitions, NewTopic, OffsetSpec

from certificates import Authority, write_key_store
from proxy import Proxies

CLUSTER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Brokers", "cluster")
COUNT = 3
# What the rig's own clients say while brokers go away is no finding.
QUIET = {"log_level": 2}
PROTOCOLS = {"none": "SASL_PLAINTEXT", "tls": "SASL_SSL", "mtls": "SSL"}
LISTENER, USER, PASSWORD = "WORKERS", "worker", "faults"
MODULES = {
    "PLAIN": f'org.apache.kafka.common.security.plain.PlainLoginModule required user_{USER}="{PASSWORD}";',
    "SCRAM-SHA-512": "org.apache.kafka.common.security.scram.ScramLoginModule required;",
}
# What brokers have not done after so long they never do.
LIMIT_SECONDS = 180
# For how long a member of a group may be silent, and how often it speaks.
SESSION_SECONDS = 4
HEARTBEAT_MILLISECONDS = 500


class Brokers:
    """A cluster in a folder of its own. `lock` is held by whoever disturbs a broker: of three, one may be away."""

    def __init__(self, folder, settings):
        self.folder = folder
        self.lock = threading.Lock()
        self.proxies = Proxies(COUNT)
        self.protocol = PROTOCOLS[settings.security]
        mechanism = None if self.protocol == "SSL" else settings.mechanism
        # What a worker needs to be let in.
        self.login, listener = {"security.protocol": self.protocol}, {}
        if mechanism is not None:
            self._log_in(mechanism, listener)
        if self.protocol.endswith("SSL"):
            self._encrypt(folder + ".certificates", listener)
        own = [
            *(f"listener.name.{LISTENER.lower()}.{key}={value}" for key, value in listener.items()),
            "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "super.users=User:ANONYMOUS",
            "allow.everyone.if.no.acl.found=true",
            "log.retention.check.interval.ms=1000",
            "log.initial.task.delay.ms=500",
            "log.segment.delete.delay.ms=500",
            # For groups that brokers share partitions out to; others are told by their members.
            f"group.consumer.min.session.timeout.ms={SESSION_SECONDS * 1000}",
            f"group.consumer.session.timeout.ms={SESSION_SECONDS * 1000}",
            f"group.consumer.min.heartbeat.interval.ms={HEARTBEAT_MILLISECONDS}",
            f"group.consumer.heartbeat.interval.ms={HEARTBEAT_MILLISECONDS}",
        ]
        arguments = ["start", folder, "--brokers", COUNT, "--kafka", settings.kafka]
        arguments += ["--listener", f"{LISTENER}={self.protocol}"]
        arguments += [part for setting in own for part in ("--set", setting)]
        for broker, port in self.proxies.ports.items() if settings.has_proxy else ():
            arguments += ["--advertise", f"{LISTENER}:{broker}=127.0.0.1:{port}"]
        if mechanism not in (None, "PLAIN"):
            arguments += ["--scram", f"{mechanism}=[name={USER},password={PASSWORD}]"]
        try:
            self._start(arguments, settings.has_proxy)
        except BaseException:
            self.close()
            raise

    def _start(self, arguments, has_proxy):
        self.servers = self._cluster(*arguments).strip()
        self.proxies.targets = {broker["id"]: broker["listeners"][LISTENER] for broker in self._state()}
        ports = (self.proxies.ports if has_proxy else self.proxies.targets).values()
        # What workers begin with.
        self.addresses = ",".join(f"127.0.0.1:{port}" for port in ports)
        self.admin = AdminClient({"bootstrap.servers": self.servers, **QUIET})
        self._until(lambda: len(self.admin.list_topics(timeout=5).brokers) == COUNT, "three brokers")

    def _log_in(self, mechanism, listener):
        listener["sasl.enabled.mechanisms"] = mechanism
        listener[f"{mechanism.lower()}.sasl.jaas.config"] = MODULES[mechanism]
        password = self.folder + ".password"
        with open(password, "w", encoding="ascii") as file:
            file.write(PASSWORD)
        self.login |= {"sasl.mechanism": mechanism, "sasl.username": USER, "sasl.password.file": password}

    def _encrypt(self, folder, listener):
        authority = Authority(folder, "authority")
        store = os.path.join(folder, "brokers.pem")
        write_key_store(store, *authority.issue("brokers", address="127.0.0.1"))
        listener |= {"ssl.keystore.type": "PEM", "ssl.keystore.location": store}
        self.login["ssl.ca.location"] = authority.certificate
        if self.protocol == "SSL":
            listener |= {"ssl.client.auth": "required", "ssl.principal.mapping.rules": "RULE:^CN=(.*)$/$1/"}
            listener |= {"ssl.truststore.type": "PEM", "ssl.truststore.location": authority.certificate}
            key, certificate = authority.issue(USER, host=USER)
            self.login |= {"ssl.key.location": key, "ssl.certificate.location": certificate}

    def _cluster(self, *arguments):
        done = subprocess.run([CLUSTER, *map(str, arguments)], capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"cluster {' '.join(map(str, arguments[:3]))}: {done.stdout}{done.stderr}")
        return done.stdout

    def _state(self):
        with open(os.path.join(self.folder, "cluster.json"), encoding="utf-8") as file:
            return json.load(file)["brokers"]

    def pid(self, broker):
        return next(each["pid"] for each in self._state() if each["id"] == broker)

    def signal(self, broker, number):
        os.kill(self.pid(broker), number)

    def stop(self, broker, kill=False):
        self._cluster("stop", self.folder, "--broker", broker, *(["--kill"] if kill else []))

    def start(self, broker):
        self._cluster("restart", self.folder, "--broker", broker)

    def tool(self, *arguments):
        return self._cluster("tool", self.folder, *arguments)

    def close(self):
        """Ends all brokers, frozen ones too, and removes what they stored."""
        if not os.path.exists(os.path.join(self.folder, "cluster.json")):
            return
        for broker in self._state():
            try:
                os.kill(broker["pid"], signal.SIGCONT)
            except OSError:
                continue
        self._cluster("stop", self.folder, "--kill")
        shutil.rmtree(self.folder, ignore_errors=True)

    def wait_in_sync(self):
        """Waits until every replica of every partition is in sync, so that another broker may go away."""

        def is_in_sync():
            topics = self.admin.list_topics(timeout=5).topics.values()
            parts = [part for topic in topics for part in topic.partitions.values()]
            return all(part.leader > 0 and len(part.isrs) == len(part.replicas) for part in parts)

        self._until(is_in_sync, "all replicas in sync")

    def create(self, topic, partitions, **configs):
        """Makes a topic. If there is one of that name, an attempt whose answer came too late has made it: a topic that
        was deleted is gone at once."""
        new = NewTopic(topic, partitions, COUNT, config=configs)
        self.ask(lambda: self.admin.create_topics([new])[topic].result(20), done="TOPIC_ALREADY_EXISTS")
        self._until(lambda: len(self.partitions(topic)) == partitions, f"partitions of {topic}")

    def partitions(self, topic):
        """Partitions of a topic that have a leader: leader by number."""
        found = self.admin.list_topics(topic, timeout=5).topics[topic].partitions
        return {number: part.leader for number, part in found.items() if part.leader > 0}

    def delete(self, topic):
        self.ask(lambda: self.admin.delete_topics([topic])[topic].result(20), done="UNKNOWN_TOPIC_OR_PART")

    def grow(self, topic, partitions):
        new = NewPartitions(topic, partitions)
        self.ask(lambda: self.admin.create_partitions([new])[topic].result(20), done="INVALID_PARTITIONS")
        self._until(lambda: len(self.partitions(topic)) == partitions, f"partitions of {topic}")

    def truncate(self, topic, partition, offset):
        place = TopicPartition(topic, partition, offset)
        self.ask(lambda: self.admin.delete_records([place])[place].result(20))

    def bounds(self, places, spec):
        """The first or the next offsets of partitions, which are pairs of topic and number."""
        request = {TopicPartition(*place): spec for place in places}

        def offsets():
            answer = self.admin.list_offsets(
                request, isolation_level=IsolationLevel.READ_UNCOMMITTED, request_timeout=10
            )
            found = [answer[place].result(15).offset for place in request]
            if min(found) < 0:
                # So the client tells of partitions whose leader it has not reached.
                raise TimeoutError(f"not all leaders of {places[0][0]} say where it begins or ends")
            return found

        return self.ask(offsets)

    def ask(self, call, done=None):
        """What `call` returns, asked again while it fails: leaders and controllers change as brokers come and go.

        An error named `done` says that an earlier attempt has done it already. Raises what it fails with in the end.
        """
        end = time.monotonic() + LIMIT_SECONDS
        while True:
            try:
                return call()
            except (KafkaException, TimeoutError) as error:
                if done is not None and isinstance(error, KafkaException) and error.args[0].name() == done:
                    return None
                if time.monotonic() > end:
                    raise
                # The client keeps to a leader that is none any more until it hears of the next one.
                with contextlib.suppress(KafkaException):
                    self.admin.list_topics(timeout=5)
            time.sleep(0.2)

    def starts(self, places):
        return self.bounds(places, OffsetSpec.earliest())

    def ends(self, places):
        return self.bounds(places, OffsetSpec.latest())

    def asker(self, group):
        """A client that asks for a group's offsets and never joins it. Offsets of open transactions do not make it
        wait."""
        return Consumer(
            {"bootstrap.servers": self.servers, "group.id": group, "isolation.level": "read_uncommitted", **QUIET}
        )

    @staticmethod
    def _until(is_reached, what):
        end = time.monotonic() + LIMIT_SECONDS
        while True:
            try:
                if is_reached():
                    return
            except KafkaException as error:
                if time.monotonic() > end:
                    raise RuntimeError(f"no {what}: {error}") from error
            if time.monotonic() > end:
                raise RuntimeError(f"not within {LIMIT_SECONDS} s: {what}")
            time.sleep(0.1)
