# TLS: certificates that are good, not trusted, out of date, for another host, revoked, rotated; clients with and
# without.

from brokers import Case
from certificates import Authority, EXPIRED, NOT_YET_VALID

TLS = {"NORMALIZER_KAFKA_SECURITY_PROTOCOL": "ssl"}


def trusting(stage):
    return {**TLS, "NORMALIZER_KAFKA_SSL_CA_LOCATION": stage.run.authority.certificate}


def good(stage):
    stage.show_certificate(*stage.run.authority.issue(stage.name))
    stage.start_worker(trusting(stage))
    stage.expect_work()
    stage.stop_worker()


def rotated(stage):
    """The broker goes on with another key and another certificate of the same authority."""
    stage.show_certificate(*stage.run.authority.issue(stage.name + ".1"))
    stage.start_worker(trusting(stage))
    stage.expect_work()
    stage.show_certificate(*stage.run.authority.issue(stage.name + ".2"))
    stage.expect_work()
    stage.stop_worker()


def corrected(stage, key, certificate, *words, commands=(["doctor"],)):
    """Begins with a bad certificate, which is then replaced; the worker is not touched. Page, log and commands say what
    is wrong with it."""
    stage.show_certificate(key, certificate)
    stage.start_worker(trusting(stage))
    stage.expect_trouble(*words)
    told = [
        line
        for line in stage.log().splitlines()
        if "event=client-failed" in line and all(word in line for word in words)
    ]
    assert told, f"not in the log: {words}"
    for command in commands:
        said = stage.refused(trusting(stage), *command)
        assert all(word in said for word in words), said
    stage.show_certificate(*stage.run.authority.issue(stage.name + ".good"))
    stage.expect_work()
    stage.stop_worker()


def untrusted(stage):
    corrected(
        stage,
        *stage.run.stranger.issue(stage.name),
        "(subject=/CN=localhost, issuer=/CN=stranger) was refused: it is of an unknown authority",
    )


def self_signed(stage):
    corrected(
        stage,
        stage.run.stranger.key,
        stage.run.stranger.certificate,
        "(subject=/CN=stranger, issuer=/CN=stranger) was refused: it is self-signed and not trusted",
    )


def expired(stage):
    corrected(
        stage,
        *stage.run.authority.issue(stage.name, dates=EXPIRED),
        "(subject=/CN=localhost, issuer=/CN=authority) was refused: it has expired",
        commands=(["doctor"], ["rewind", "--to-earliest", "--dry-run"]),
    )


def not_yet_valid(stage):
    corrected(stage, *stage.run.authority.issue(stage.name, dates=NOT_YET_VALID), "it is not yet valid")


def other_host(stage):
    corrected(
        stage,
        *stage.run.authority.issue(stage.name, host="elsewhere.example"),
        "it is not for the name under which the broker is reached",
    )


def revoked(stage):
    """The list that the worker is given holds the broker's certificate."""
    stage.show_certificate(*stage.run.authority.issue(stage.name))
    stage.start_worker({**trusting(stage), "NORMALIZER_KAFKA_SSL_CRL_LOCATION": stage.run.authority.revoke(stage.name)})
    stage.expect_trouble("(subject=/CN=localhost, issuer=/CN=authority) was refused: it was revoked")
    stage.stop_worker()


def authority_expired(stage):
    """The broker's certificate is good, that of its authority has run out."""
    worn = Authority(stage.path("worn"), "worn", EXPIRED)
    stage.show_certificate(*worn.issue(stage.name))
    stage.start_worker({**TLS, "NORMALIZER_KAFKA_SSL_CA_LOCATION": worn.certificate})
    stage.expect_trouble("(subject=/CN=worn, issuer=/CN=worn) was refused: it has expired")
    stage.stop_worker()


def unverified(stage):
    """With verification switched off, an expired certificate of a stranger is taken, and nothing is said of it."""
    stage.show_certificate(*stage.run.stranger.issue(stage.name, dates=EXPIRED))
    stage.start_worker({**TLS, "NORMALIZER_KAFKA_ENABLE_SSL_CERTIFICATE_VERIFICATION": "false"})
    stage.expect_work()
    assert "certificate" not in stage.log().split("event=lane-started")[1], stage.log()
    stage.stop_worker()


def expires_later(stage):
    """What was good when the worker started is replaced by something bad, and that by something good."""
    stage.show_certificate(*stage.run.authority.issue(stage.name + ".1"))
    stage.start_worker(trusting(stage))
    stage.expect_work()
    stage.show_certificate(*stage.run.authority.issue(stage.name + ".2", dates=EXPIRED))
    stage.expect_trouble("was refused: it has expired")
    stage.show_certificate(*stage.run.authority.issue(stage.name + ".3"))
    stage.expect_work()
    stage.stop_worker()


def with_client(stage, key, certificate):
    """Files for the worker's own certificate, which can be replaced while it runs."""
    for name, source in (("client.key", key), ("client.crt", certificate)):
        with open(source, encoding="ascii") as file:
            stage.path(name, file.read())
    return {
        **trusting(stage),
        "NORMALIZER_KAFKA_SSL_KEY_LOCATION": stage.path("client.key"),
        "NORMALIZER_KAFKA_SSL_CERTIFICATE_LOCATION": stage.path("client.crt"),
    }


def mutual(stage):
    """The broker knows the worker by the name in its certificate, and grants it what it needs."""
    stage.allow("worker")
    stage.show_certificate(*stage.run.authority.issue(stage.name))
    stage.start_worker(with_client(stage, *stage.run.authority.issue(stage.name + ".client", host="worker")))
    stage.expect_work()
    stage.stop_worker()


def mutual_without(stage):
    """Brokers answer with the alert `certificate required`, those on an older Java with `bad certificate`."""
    stage.show_certificate(*stage.run.authority.issue(stage.name))
    stage.start_worker(trusting(stage))
    stage.expect_trouble("alert", "certificate")
    stage.stop_worker()


def mutual_renewed(stage):
    """The worker's own certificate has expired; a new one is put in its place, and the worker is not touched."""
    stage.allow("worker")
    stage.show_certificate(*stage.run.authority.issue(stage.name))
    stage.start_worker(
        with_client(stage, *stage.run.authority.issue(stage.name + ".old", host="worker", dates=EXPIRED))
    )
    # A broker in Java says no more of a certificate that has expired.
    stage.expect_trouble("certificate unknown")
    with_client(stage, *stage.run.authority.issue(stage.name + ".new", host="worker"))
    stage.expect_work()
    stage.stop_worker()


ONE_SIDED = [
    good,
    rotated,
    untrusted,
    self_signed,
    expired,
    not_yet_valid,
    other_host,
    revoked,
    authority_expired,
    unverified,
    expires_later,
]
CASES = [
    *(Case(play, "SSL") for play in ONE_SIDED),
    *(Case(play, "SSL", asks_for_certificate=True) for play in (mutual, mutual_without, mutual_renewed)),
]
