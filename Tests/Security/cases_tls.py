# TLS with a real terminator: certificates that are good, not trusted, expired, for another host, rotated; clients with and without.

TLS = {"NORMALIZER_KAFKA_SECURITY_PROTOCOL": "ssl"}


def trusting(stage):
    return {**TLS, "NORMALIZER_KAFKA_SSL_CA_LOCATION": stage.run.authority.certificate}


def good(stage):
    stage.open_gate(is_behind_tls=True)
    stage.start_stunnel(*stage.run.authority.issue(stage.name))
    stage.start_worker(trusting(stage))
    stage.expect_work()
    stage.stop_worker()


def rotated(stage):
    """The terminator comes back with another key and another certificate of the same authority."""
    stage.open_gate(is_behind_tls=True)
    stage.start_stunnel(*stage.run.authority.issue(stage.name + ".1"))
    stage.start_worker(trusting(stage))
    stage.expect_work()
    stage.start_stunnel(*stage.run.authority.issue(stage.name + ".2"))
    stage.expect_work()
    stage.stop_worker()


def mended(stage, key, certificate):
    """Begins with a bad certificate, which is then replaced; the worker is not touched."""
    stage.open_gate(is_behind_tls=True)
    stage.start_stunnel(key, certificate)
    stage.start_worker(trusting(stage))
    stage.expect_trouble("certificate verify failed")
    stage.start_stunnel(*stage.run.authority.issue(stage.name + ".good"))
    stage.expect_work()
    stage.stop_worker()


def untrusted(stage):
    mended(stage, *stage.run.stranger.issue(stage.name))


def expired(stage):
    mended(stage, *stage.run.authority.issue(stage.name, is_expired=True))


def other_host(stage):
    mended(stage, *stage.run.authority.issue(stage.name, host="elsewhere.example"))


def expires_later(stage):
    """What was good when the worker started is replaced by something bad, and that by something good."""
    stage.open_gate(is_behind_tls=True)
    stage.start_stunnel(*stage.run.authority.issue(stage.name + ".1"))
    stage.start_worker(trusting(stage))
    stage.expect_work()
    stage.start_stunnel(*stage.run.authority.issue(stage.name + ".2", is_expired=True))
    stage.expect_trouble("certificate verify failed")
    stage.start_stunnel(*stage.run.authority.issue(stage.name + ".3"))
    stage.expect_work()
    stage.stop_worker()


def with_client(stage, key, certificate):
    """Files for the worker's own certificate, which can be replaced while it runs."""
    for name, source in (("client.key", key), ("client.crt", certificate)):
        with open(source, encoding="ascii") as file:
            stage.path(name, file.read())
    return {**trusting(stage), "NORMALIZER_KAFKA_SSL_KEY_LOCATION": stage.path("client.key"),
            "NORMALIZER_KAFKA_SSL_CERTIFICATE_LOCATION": stage.path("client.crt")}


def mutual(stage):
    stage.open_gate(is_behind_tls=True)
    stage.start_stunnel(*stage.run.authority.issue(stage.name), stage.run.authority.certificate)
    stage.start_worker(with_client(stage, *stage.run.authority.issue(stage.name + ".client", host="worker")))
    stage.expect_work()
    stage.stop_worker()


def mutual_without(stage):
    stage.open_gate(is_behind_tls=True)
    stage.start_stunnel(*stage.run.authority.issue(stage.name), stage.run.authority.certificate)
    stage.start_worker(trusting(stage))
    stage.expect_trouble("certificate required")
    stage.stop_worker()


def mutual_renewed(stage):
    """The worker's own certificate has expired; a new one is put in its place, and the worker is not touched."""
    stage.open_gate(is_behind_tls=True)
    stage.start_stunnel(*stage.run.authority.issue(stage.name), stage.run.authority.certificate)
    stage.start_worker(with_client(stage, *stage.run.authority.issue(stage.name + ".old", host="worker", is_expired=True)))
    stage.expect_trouble("certificate expired")
    with_client(stage, *stage.run.authority.issue(stage.name + ".new", host="worker"))
    stage.expect_work()
    stage.stop_worker()


CASES = [good, rotated, untrusted, expired, other_host, expires_later, mutual, mutual_without, mutual_renewed]
