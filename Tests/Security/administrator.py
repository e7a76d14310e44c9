# What administrators do at the brokers while workers run: topics, certificates, passwords, rights. And a plain client,
# to see what comes of it.

import os
import ssl
import uuid

from confluent_kafka import Producer
from confluent_kafka.admin import (
    AclBinding,
    AclBindingFilter,
    AclOperation,
    AclPermissionType,
    AdminClient,
    AlterConfigOpType,
    ConfigEntry,
    ConfigResource,
    NewTopic,
    ResourcePatternType,
    ResourceType,
    ScramCredentialInfo,
    ScramMechanism,
    UserScramCredentialUpsertion,
)

from certificates import write_key_store
from waiting import until

SECONDS = 30


class Administrator:
    """Clients of the listener in clear text. Each call returns when the brokers hold to what it says; any thread."""

    def __init__(self, brokers, folder):
        self._brokers, self._folder = brokers, folder
        self._admin = AdminClient({"bootstrap.servers": brokers.servers})
        self._producer = Producer({"bootstrap.servers": brokers.servers, "linger.ms": 0})

    def create_topics(self, names):
        _wait(self._admin.create_topics([NewTopic(name, num_partitions=1, replication_factor=1) for name in names]))

    def write(self, topic, lines):
        faults = []
        for line in lines:
            self._producer.produce(
                topic, line.encode(), partition=0, on_delivery=lambda error, _: faults.append(error) if error else None
            )
        assert self._producer.flush(SECONDS) == 0 and not faults, faults

    def write_transaction(self, topic, lines, commits):
        """Writes lines in a transaction that is committed or aborted."""
        producer = Producer({"bootstrap.servers": self._brokers.servers, "transactional.id": uuid.uuid4().hex})
        producer.init_transactions(SECONDS)
        producer.begin_transaction()
        for line in lines:
            producer.produce(topic, line.encode(), partition=0)
        assert producer.flush(SECONDS) == 0
        (producer.commit_transaction if commits else producer.abort_transaction)(SECONDS)

    def give_certificate(self, case, key, certificate):
        """Has the case's listener show another certificate to who connects from now on, and breaks the connections that
        there are."""
        path = os.path.join(self._folder, f"{uuid.uuid4().hex}.pem")
        write_key_store(path, key, certificate)
        entry = ConfigEntry(case.setting("ssl.keystore.location"), path, incremental_operation=AlterConfigOpType.SET)
        _wait(
            self._admin.incremental_alter_configs(
                [ConfigResource(ConfigResource.Type.BROKER, "1", incremental_configs=[entry])]
            )
        )
        with open(certificate, encoding="ascii") as file:
            wanted = ssl.PEM_cert_to_DER_cert(file.read())
        place = ("127.0.0.1", self._brokers.ports[case.name])
        until(
            lambda: ssl.PEM_cert_to_DER_cert(ssl.get_server_certificate(place)) == wanted,
            "the listener shows the certificate",
            SECONDS,
        )
        self._brokers.relays[case.name].cut()

    def set_password(self, user, mechanism, password):
        """Gives a user a password for SCRAM, by which new connections are judged."""
        info = ScramCredentialInfo(ScramMechanism[mechanism.replace("-", "_")], 4096)
        _wait(self._admin.alter_user_scram_credentials([UserScramCredentialUpsertion(user, info, password.encode())]))

    def allow(self, *rights):
        """Gives rights: (principal, kind of resource, name, operation[, whether the name is what others begin
        with])."""
        _wait(self._admin.create_acls([_binding(AclBinding, *right) for right in rights]))

    def deny(self, *rights):
        """Takes rights back."""
        _wait(self._admin.delete_acls([_binding(AclBindingFilter, *right) for right in rights]))


def _binding(kind, principal, resource, name, operation, begins=None):
    # Transactional ids begin with a name, all else has the name itself, unless it is said.
    begins = resource == "TRANSACTIONAL_ID" if begins is None else begins
    pattern = ResourcePatternType.PREFIXED if begins else ResourcePatternType.LITERAL
    return kind(
        ResourceType[resource],
        name,
        pattern,
        f"User:{principal}",
        "*",
        AclOperation[operation],
        AclPermissionType.ALLOW,
    )


def _wait(futures):
    for future in futures.values():
        future.result(SECONDS)
