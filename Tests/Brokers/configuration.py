# The server.properties of each broker: KRaft with broker and controller in one process, on loopback only, and the
# listeners, addresses and settings that the command line adds.

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.join(os.path.dirname(HERE), "Faults"))
from ports import free_port  # noqa: E402  The path must be known first.

# What brokers speak among themselves and the tools to them: open to all who reach it.
INTERNAL = "PLAINTEXT"


def describe(count, first_port, listeners):
    """What cluster.json says of each broker. `listeners` has protocols by names, besides the one in clear text.

    With a `first_port` the clear text listeners have this one and those after it; all other ports are free ones."""
    brokers = []
    for i in range(count):
        extra = {name: free_port() for name in listeners}
        brokers.append(
            {
                "id": i + 1,
                "port": first_port + i if first_port else free_port(),
                "controller": free_port(),
                "pid": None,
                "listeners": extra,
            }
        )
    return brokers


def properties(broker, brokers, folder, listeners, advertised, settings):
    """The settings of one broker as a dictionary.

    `advertised` has addresses by (listener, id) that clients are told instead of the listener's own, `settings` has
    pairs that replace or add to what stands here; `{id}`, `{port}`, `{controller}` and `{folder}` in their values are
    the broker's."""
    count = len(brokers)
    replicas, in_sync = min(3, count), max(1, min(3, count) - 1)
    bound = {INTERNAL: broker["port"], **broker["listeners"]}
    told = {name: advertised.get((name, broker["id"]), f"127.0.0.1:{port}") for name, port in bound.items()}
    protocols = {INTERNAL: "PLAINTEXT", "CONTROLLER": "PLAINTEXT", **listeners}
    result = {
        "process.roles": "broker,controller",
        "node.id": broker["id"],
        "controller.quorum.voters": ",".join(f"{b['id']}@127.0.0.1:{b['controller']}" for b in brokers),
        "controller.listener.names": "CONTROLLER",
        "inter.broker.listener.name": INTERNAL,
        "listeners": ",".join(
            f"{name}://127.0.0.1:{port}" for name, port in {**bound, "CONTROLLER": broker["controller"]}.items()
        ),
        "advertised.listeners": ",".join(f"{name}://{address}" for name, address in told.items()),
        "listener.security.protocol.map": ",".join(f"{name}:{protocol}" for name, protocol in protocols.items()),
        "log.dirs": os.path.join(folder, "data"),
        "auto.create.topics.enable": "false",
        "default.replication.factor": replicas,
        "min.insync.replicas": in_sync,
        "offsets.topic.replication.factor": replicas,
        "offsets.topic.num.partitions": 8,
        "transaction.state.log.replication.factor": replicas,
        "transaction.state.log.min.isr": in_sync,
        "transaction.state.log.num.partitions": 8,
        "share.coordinator.state.topic.replication.factor": replicas,
        "share.coordinator.state.topic.min.isr": 1,
        # A test's group has its members at once, and some tests have sessions shorter than the six seconds of the
        # default.
        "group.initial.rebalance.delay.ms": 0,
        "group.min.session.timeout.ms": 1000,
        # Readers wait behind a transaction that has timed out until the broker looks for such ones, every ten seconds
        # by default.
        "transaction.abort.timed.out.transaction.cleanup.interval.ms": 1000,
        "num.network.threads": 2,
        "num.io.threads": 4,
    }
    for key, value in settings:
        for name, own in {
            "id": broker["id"],
            "port": broker["port"],
            "controller": broker["controller"],
            "folder": folder,
        }.items():
            value = value.replace("{" + name + "}", str(own))
        result[key] = value
    return result


def write(path, values):
    """Writes a properties file, in which a backslash stands for itself."""
    with open(path, "w", encoding="utf-8") as file:
        for key, value in values.items():
            file.write(f"{key}={value}\n".replace("\\", "\\\\"))
