# SASL: right and wrong credentials, those that are put right while the worker runs, tokens that are renewed; and where
# secrets may not be.

import base64
import json
import subprocess
import time

from brokers import Case
from waiting import until

PASSWORD = "correct-horse-7261"
WRONG = "battery-staple-9034"


def sasl(stage, secret):
    """A user of the case's name with its rights; the worker's environment, with this for a password."""
    mechanism = stage.case.mechanism
    if mechanism.startswith("SCRAM"):
        stage.run.administrator.set_password(stage.name, mechanism, PASSWORD)
    stage.allow(stage.name)
    environment = {
        "NORMALIZER_KAFKA_SECURITY_PROTOCOL": stage.case.protocol.lower(),
        "NORMALIZER_KAFKA_SASL_MECHANISM": mechanism,
        "NORMALIZER_KAFKA_SASL_USERNAME": stage.name,
        "NORMALIZER_KAFKA_SASL_PASSWORD_FILE": stage.path("password", secret + "\n"),
    }
    if mechanism.startswith("SCRAM"):
        # Where the library is an old one, the broker is too.
        environment["NORMALIZER_OLD_SCRAM"] = "true"
    if stage.case.protocol == "SASL_SSL":
        environment["NORMALIZER_KAFKA_SSL_CA_LOCATION"] = stage.run.authority.certificate
    return environment


def expect_hidden(stage, environment, *secrets):
    """No secret in the log, in `config`, in the arguments, in a page; memory is left out of core files."""
    shown = subprocess.run(
        [stage.run.program, "config", "--bootstrap-servers", "x:1"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    with open(f"/proc/{stage.worker.pid}/cmdline", encoding="utf-8") as file:
        arguments = file.read()
    with open(f"/proc/{stage.worker.pid}/coredump_filter", encoding="ascii") as file:
        assert int(file.read(), 16) == 0, "a core file would hold memory"
    with open(f"/proc/{stage.worker.pid}/limits", encoding="ascii") as file:
        core = next(line for line in file if line.startswith("Max core file size"))
    assert core.split()[4:6] == ["0", "0"], core
    everything = "".join(
        (
            stage.log(),
            shown.stdout,
            shown.stderr,
            arguments,
            *(stage.page(path)[1] for path in ("/status", "/metrics", "/readyz")),
        )
    )
    assert "sasl.mechanism" in shown.stdout
    for secret in secrets:
        assert secret not in everything, "a secret can be read"


def right(stage):
    environment = sasl(stage, PASSWORD)
    stage.start_worker(environment, "--log-level", "debug", "--kafka", "debug=all")
    stage.expect_work()
    expect_hidden(stage, environment, PASSWORD, base64.b64encode(PASSWORD.encode()).decode())
    if stage.case.mechanism == "PLAIN":
        until(lambda: stage.metric("normalizer_lag_known") == 1, "lag that is known")
        stage.keep_metrics("working")
    stage.stop_worker()


def corrected(stage):
    """Begins with a wrong password; the file that holds it is then put right, and the worker is not touched."""
    environment = sasl(stage, WRONG)
    stage.start_worker(environment)
    stage.expect_trouble("uthentication")
    assert stage.relay.accepted < 80, f"{stage.relay.accepted} connections"
    expect_hidden(stage, environment, WRONG, PASSWORD)
    stage.path("password", PASSWORD + "\n")
    stage.expect_work()
    stage.stop_worker()


def changed(stage):
    """The password is changed at the brokers while the worker is at work, and a moment later in its file."""
    environment = sasl(stage, PASSWORD)
    stage.start_worker(environment)
    stage.expect_work()
    stage.run.administrator.set_password(stage.name, stage.case.mechanism, WRONG)

    def is_noticed():
        """Connections that there are stay good, so that they have to be broken."""
        stage.relay.cut()
        return "uthentication" in stage.page("/readyz")[1]

    until(is_noticed, "the worker is refused", every=2)
    stage.expect_trouble("uthentication")
    stage.path("password", WRONG + "\n")
    stage.expect_work()
    stage.stop_worker()


def token(number, seconds=3600, scope="kafka"):
    """A JWT without a signature, as the listener takes them."""
    now = int(time.time())
    claims = {
        "realm": {"exp": 1, "sub": "no"},
        "aud": ["kafka"],
        "sub": "worker",
        "scope": scope,
        "jti": str(number),
        "iat": now,
        "exp": now + seconds,
    }
    return (
        ".".join(
            base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")
            for part in ({"alg": "none"}, claims)
        )
        + "."
    )


def oauth(stage, **more):
    stage.allow("worker")
    return {
        "NORMALIZER_KAFKA_SECURITY_PROTOCOL": "sasl_plaintext",
        "NORMALIZER_KAFKA_SASL_MECHANISM": "OAUTHBEARER",
        **{f"NORMALIZER_KAFKA_SASL_OAUTHBEARER_TOKEN_{name.upper()}": value for name, value in more.items()},
    }


def token_file(stage):
    """Tokens live for seconds, and the broker ends a connection with its token. A new one is in the file before the old
    one has expired."""
    first, second = token(1, 20), token(2)
    expiry = time.time() + 20
    environment = oauth(stage, file=stage.path("token", first + "\n"))
    stage.start_worker(environment)
    stage.expect_work()
    stage.path("token", second)
    until(lambda: time.time() > expiry, "the first token has expired")
    stage.expect_work()
    expect_hidden(stage, environment, first, second)
    stage.stop_worker()


def token_file_corrected(stage):
    """The file is missing, then holds a token that has expired, then a good one; the worker is not touched."""
    good, old = token(1), token(2, -60)
    environment = oauth(stage, file=stage.path("token"))
    stage.start_worker(environment)
    stage.expect_trouble("OAUTHBEARER token", "cannot be read")
    stage.path("token", old)
    until(lambda: "expired" in stage.page("/readyz")[1], "the token has expired", 40)
    stage.path("token", good)
    stage.expect_work()
    expect_hidden(stage, environment, good, old)
    stage.stop_worker()


def token_refused(stage):
    """Brokers do not take the token, although it has not expired; another one is put into the file."""
    environment = oauth(stage, file=stage.path("token", token(1, scope="elsewhere")))
    stage.start_worker(environment)
    stage.expect_trouble("uthentication")
    stage.path("token", token(2))
    stage.expect_work(90)
    stage.stop_worker()


CASES = [
    Case(right, "SASL_SSL", "PLAIN"),
    Case(right, "SASL_PLAINTEXT", "SCRAM-SHA-256"),
    Case(right, "SASL_SSL", "SCRAM-SHA-512"),
    Case(corrected, "SASL_PLAINTEXT", "PLAIN"),
    Case(corrected, "SASL_SSL", "SCRAM-SHA-512"),
    Case(changed, "SASL_PLAINTEXT", "SCRAM-SHA-256"),
    # A broker ends connections with their tokens only if it is told an upper limit for them.
    Case(token_file, "SASL_PLAINTEXT", "OAUTHBEARER", settings=(("oauthbearer.connections.max.reauth.ms", 3_600_000),)),
    *(Case(play, "SASL_PLAINTEXT", "OAUTHBEARER") for play in (token_file_corrected, token_refused)),
]
