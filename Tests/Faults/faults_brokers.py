# Faults of the brokers themselves: killed, frozen, restarted one after the other, a leader moved, no room to write, a
# right taken away.

import json
import os
import resource
import signal
import time

from confluent_kafka.admin import (
    AclBinding,
    AclBindingFilter,
    AclOperation,
    AclPermissionType,
    ResourcePatternType,
    ResourceType,
)

from brokers import COUNT, USER
from catalogue import fault


def disturbance(name, **options):
    """A fault of one broker; no other one is disturbed at the same time, and it begins with all replicas in sync."""

    def add(function):
        def act(stage):
            with stage.brokers.lock:
                stage.brokers.wait_in_sync()
                did = function(stage, stage.random.randint(1, COUNT))
                stage.brokers.wait_in_sync()
                return did

        return fault(name, "brokers", **options)(act)

    return add


@disturbance("broker-kill", copies=2)
def broker_kill(stage, broker):
    stage.brokers.stop(broker, kill=True)
    stage.sleep(0, 5)
    stage.brokers.start(broker)
    return f"broker {broker}"


@disturbance("broker-restart")
def broker_restart(stage, broker):
    stage.brokers.stop(broker)
    stage.brokers.start(broker)
    return f"broker {broker}"


@disturbance("broker-freeze")
def broker_freeze(stage, broker):
    seconds = stage.random.uniform(3, 14)
    stage.brokers.signal(broker, signal.SIGSTOP)
    time.sleep(seconds)
    stage.brokers.signal(broker, signal.SIGCONT)
    return f"broker {broker} for {seconds:.1f} s"


@disturbance("rolling-brokers", is_slow=True)
def rolling_brokers(stage, _):
    for broker in range(1, COUNT + 1):
        stage.brokers.stop(broker)
        stage.brokers.start(broker)
        stage.brokers.wait_in_sync()
    return "all brokers"


@disturbance("disk-full")
def disk_full(stage, broker):
    """No file of the broker may grow: its next write fails as on a full disk, and it ends itself."""
    pid = stage.brokers.pid(broker)
    _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, most))
    stage.sleep(4, 8)
    stage.brokers.stop(broker, kill=True)
    stage.brokers.start(broker)
    return f"broker {broker}"


@disturbance("leader-moved")
def leader_moved(stage, _):
    """A partition of the input or the output, and a partition that holds transactions or groups, get another leader."""
    topics = stage.brokers.admin.list_topics(timeout=10).topics
    names = [
        stage.random.choice((*stage.inputs, *stage.outputs)),
        stage.random.choice(("__transaction_state", "__consumer_offsets")),
    ]
    chosen = [
        topics[name].partitions[number]
        for name in names
        for number in [stage.random.randrange(len(topics[name].partitions))]
    ]
    moves = [
        {"topic": name, "partition": part.id, "replicas": part.replicas[1:] + part.replicas[:1]}
        for name, part in zip(names, chosen)
    ]
    path = os.path.join(stage.folder, "moves.json")
    with open(path, "w", encoding="ascii") as file:
        json.dump({"version": 1, "partitions": moves}, file)
    stage.brokers.tool("reassign-partitions", "--reassignment-json-file", path, "--execute")
    stage.brokers.tool("leader-election", "--election-type", "preferred", "--all-topic-partitions")
    return ", ".join(f"{move['topic']}/{move['partition']} to {move['replicas'][0]}" for move in moves)


@fault("right-taken", "brokers", copies=2)
def right_taken(stage):
    """A right of the workers is denied for some time."""
    kind, name, operation = stage.random.choice(
        (
            (ResourceType.TOPIC, stage.random.choice(stage.inputs), AclOperation.READ),
            (ResourceType.TOPIC, stage.output, AclOperation.WRITE),
            (ResourceType.GROUP, stage.group, AclOperation.READ),
        )
    )
    parts = kind, name, ResourcePatternType.LITERAL, f"User:{USER}", "*", operation, AclPermissionType.DENY
    seconds = stage.random.uniform(3, 9)
    admin, denied, filter_of_it = stage.brokers.admin, AclBinding(*parts), AclBindingFilter(*parts)
    stage.brokers.ask(lambda: admin.create_acls([denied])[denied].result(20))
    time.sleep(seconds)
    stage.brokers.ask(lambda: admin.delete_acls([filter_of_it])[filter_of_it].result(20))
    return f"{operation.name.lower()} on {name} for {seconds:.1f} s"
