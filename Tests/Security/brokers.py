# Apache Kafka for the cases: one broker with an authorizer, and for each case a listener of its own, which its clients
# reach through a relay.

import dataclasses
import json
import os
import subprocess
import sys
from typing import Callable

from certificates import write_key_store
from relay import Loop, Relay

CLUSTER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Brokers", "cluster")
SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required;"
# Tokens are JWTs without a signature that must be for the scope kafka.
LOGIN = {
    "PLAIN": 'org.apache.kafka.common.security.plain.PlainLoginModule required user_{user}="{password}";',
    "SCRAM-SHA-256": SCRAM,
    "SCRAM-SHA-512": SCRAM,
    "OAUTHBEARER": "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required "
    'unsecuredLoginStringClaim_sub="broker" unsecuredValidatorRequiredScope="kafka";',
}


@dataclasses.dataclass(frozen=True)
class Case:
    """A function that plays a case on a stage, and the listener that it needs."""

    play: Callable
    protocol: str
    mechanism: str | None = None
    asks_for_certificate: bool = False
    # Settings of the listener besides those that follow from the rest, by their names without its prefix.
    settings: tuple = ()

    @property
    def name(self):
        parts = [self.play.__module__.removeprefix("cases_"), self.play.__name__]
        if self.mechanism not in (None, "OAUTHBEARER"):
            parts.append(self.mechanism.lower().replace("-", "_"))
        return "_".join(parts)

    @property
    def listener(self):
        return self.name.upper()

    def setting(self, key):
        """The full name of a setting of the listener."""
        return f"listener.name.{self.listener.lower()}.{key}"


class Brokers:
    """The cluster. In clear text everybody may do everything; on the other listeners, who is known by name may do what
    is granted."""

    def __init__(self, folder, cases, authority, password):
        self._folder, self._loop = os.path.join(folder, "cluster"), Loop()
        settings = {
            "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "super.users": "User:ANONYMOUS",
            "num.network.threads": 1,
            "ssl.allow.dn.changes": "true",
            "ssl.allow.san.changes": "true",
        }
        key_store = self._first_key_store(folder, authority)
        self.relays = {case.name: Relay(self._loop) for case in cases}
        command = [sys.executable, CLUSTER, "start", self._folder]
        for case in cases:
            command += [
                f"--listener={case.listener}={case.protocol}",
                f"--advertise={case.listener}:1=localhost:{self.relays[case.name].port}",
            ]
            own = self._listener_settings(case, key_store, authority, password)
            settings |= {case.setting(key): value for key, value in own.items()}
        command += [f"--set={key}={value}" for key, value in settings.items()]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        with open(os.path.join(self._folder, "cluster.json"), encoding="utf-8") as file:
            broker = json.load(file)["brokers"][0]
        self.servers = f"127.0.0.1:{broker['port']}"
        self.ports = {case.name: broker["listeners"][case.listener] for case in cases}
        for name, port in self.ports.items():
            self.relays[name].target = port

    @staticmethod
    def _first_key_store(folder, authority):
        """What all listeners with TLS begin with."""
        path = os.path.join(folder, "first.pem")
        write_key_store(path, *authority.issue("first"))
        return path

    @staticmethod
    def _listener_settings(case, key_store, authority, password):
        settings = dict(case.settings)
        if case.protocol.endswith("SSL"):
            settings |= {"ssl.keystore.type": "PEM", "ssl.keystore.location": key_store}
        if case.asks_for_certificate:
            settings |= {
                "ssl.client.auth": "required",
                "ssl.truststore.type": "PEM",
                "ssl.truststore.location": authority.certificate,
                "ssl.principal.mapping.rules": "RULE:^CN=(.*)$/$1/",
            }
        if case.mechanism:
            settings |= {
                "sasl.enabled.mechanisms": case.mechanism,
                f"{case.mechanism.lower()}.sasl.jaas.config": LOGIN[case.mechanism].format(
                    user=case.name, password=password
                ),
            }
        return settings

    def close(self):
        self._loop.close()
        subprocess.run([sys.executable, CLUSTER, "stop", self._folder, "--kill"], check=True)
