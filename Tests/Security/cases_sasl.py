# SASL: right and wrong credentials, those that are put right while the worker runs, tokens that are renewed; and where secrets may not be.

import base64
import json
import os
import subprocess
import time

from stage import until

PASSWORD = "correct-horse-7261"
WRONG = "battery-staple-9034"


def sasl(stage, mechanism, secret):
    stage.open_gate(mechanism).passwords["worker"] = PASSWORD
    return {"NORMALIZER_KAFKA_SECURITY_PROTOCOL": "sasl_plaintext", "NORMALIZER_KAFKA_SASL_MECHANISM": mechanism,
            "NORMALIZER_KAFKA_SASL_USERNAME": "worker", "NORMALIZER_KAFKA_SASL_PASSWORD_FILE": stage.path("password", secret + "\n")}


def expect_hidden(stage, environment, *secrets):
    """No secret in the log, in `config`, in the arguments, in a page; memory is left out of core files."""
    shown = subprocess.run([stage.run.program, "config", "--bootstrap-servers", "x:1"], env=environment, capture_output=True, text=True, check=True)
    with open(f"/proc/{stage.worker.pid}/cmdline", encoding="utf-8") as file:
        arguments = file.read()
    with open(f"/proc/{stage.worker.pid}/coredump_filter", encoding="ascii") as file:
        assert int(file.read(), 16) == 0, "a core file would hold memory"
    with open(f"/proc/{stage.worker.pid}/limits", encoding="ascii") as file:
        core = next(line for line in file if line.startswith("Max core file size"))
    assert core.split()[4:6] == ["0", "0"], core
    everything = "".join((stage.log(), shown.stdout, shown.stderr, arguments, *(stage.page(path)[1] for path in ("/status", "/metrics", "/readyz"))))
    assert "sasl.mechanism" in shown.stdout
    for secret in secrets:
        assert secret not in everything, "a secret can be read"


def right(mechanism):
    def case(stage):
        environment = sasl(stage, mechanism, PASSWORD)
        stage.start_worker(environment, "--log-level", "debug", "--kafka", "debug=all")
        stage.expect_work()
        expect_hidden(stage, environment, PASSWORD, base64.b64encode(PASSWORD.encode()).decode())
        if mechanism == "PLAIN":
            stage.keep_metrics()
        stage.stop_worker()
    case.__name__ = "right_" + mechanism.lower().replace("-", "_")
    return case


def mended(mechanism):
    """Begins with a wrong password; the file that holds it is then put right, and the worker is not touched."""
    def case(stage):
        environment = sasl(stage, mechanism, WRONG)
        stage.start_worker(environment)
        stage.expect_trouble("uthentication")
        assert stage.gate.refused < 40, f"{stage.gate.refused} tries"
        expect_hidden(stage, environment, WRONG, PASSWORD)
        stage.path("password", PASSWORD + "\n")
        stage.expect_work()
        stage.stop_worker()
    case.__name__ = "mended_" + mechanism.lower().replace("-", "_")
    return case


def changed(stage):
    """The password is changed at the brokers while the worker is at work, and a moment later in its file."""
    environment = sasl(stage, "SCRAM-SHA-256", PASSWORD)
    stage.start_worker(environment)
    stage.expect_work()
    stage.gate.passwords["worker"] = WRONG
    stage.gate.cut()
    stage.expect_trouble("uthentication")
    stage.path("password", WRONG + "\n")
    stage.expect_work()
    stage.stop_worker()


def token(number, seconds=3600):
    """A JWT as far as a client looks at it."""
    claims = {"realm": {"exp": 1, "sub": "no"}, "aud": ["kafka"], "sub": "worker", "jti": str(number), "exp": int(time.time()) + seconds}
    parts = ({"alg": "none"}, claims, {"signature": number})
    return ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts)


def oauth(stage, **more):
    stage.open_gate("OAUTHBEARER")
    return {"NORMALIZER_KAFKA_SECURITY_PROTOCOL": "sasl_plaintext", "NORMALIZER_KAFKA_SASL_MECHANISM": "OAUTHBEARER",
            **{f"NORMALIZER_KAFKA_SASL_OAUTHBEARER_TOKEN_{name.upper()}": value for name, value in more.items()}}


def token_file(stage):
    """Tokens live for seconds; a new one is in the file before the old one has expired, and is used for the next connection."""
    environment = oauth(stage, file=stage.path("token", ""))
    first = token(1, 20)
    stage.gate.tokens.add(first)
    stage.path("token", first + "\n")
    stage.start_worker(environment)
    stage.expect_work()
    second = token(2, 3600)
    stage.path("token", second)
    stage.gate.tokens = {second}

    def is_used():
        stage.gate.cut()
        time.sleep(1)
        return second in stage.gate.let_in
    until(is_used, "the second token is used", 60)
    stage.expect_work()
    expect_hidden(stage, environment, first, second)
    stage.stop_worker()


def token_command(stage):
    """A command prints the token; there is no shell, and the clients share its answer."""
    good = token(1)
    command = stage.path("get-token", f"#!/bin/sh\necho run >> {stage.path('runs')}\necho noise >&2\n[ \"$1\" = kafka ] && echo {good}\n")
    os.chmod(command, 0o755)
    environment = oauth(stage, command=f"{command} kafka")
    stage.gate.tokens.add(good)
    stage.start_worker(environment)
    stage.expect_work()
    with open(stage.path("runs"), encoding="ascii") as file:
        assert len(file.readlines()) == 1
    expect_hidden(stage, environment, good)
    stage.stop_worker()


def token_command_mended(stage):
    """The command fails, then prints a token that has expired, then a good one; the worker is not touched."""
    good, old = token(1), token(2, -60)
    command = stage.path("get-token", "#!/bin/sh\necho not-a-secret-to-show >&2\nexit 3\n")
    os.chmod(command, 0o755)
    environment = oauth(stage, command=command)
    stage.gate.tokens.add(good)
    stage.start_worker(environment)
    stage.expect_trouble("OAUTHBEARER token", "failed")
    for answer in (old, good):
        os.chmod(stage.path("next", f"#!/bin/sh\necho {answer}\n"), 0o755)
        os.replace(stage.path("next"), command)
        if answer == old:
            until(lambda: "expired" in stage.page("/readyz")[1], "the token has expired", 40)
    stage.expect_work()
    expect_hidden(stage, environment, good, old, "not-a-secret-to-show")
    stage.stop_worker()


def token_refused(stage):
    """Brokers do not take the token, although it has not expired; another one is put into the file."""
    environment = oauth(stage, file=stage.path("token", token(1)))
    stage.gate.tokens.add(good := token(2))
    stage.start_worker(environment)
    stage.expect_trouble("uthentication")
    stage.path("token", good)
    stage.expect_work(90)
    stage.stop_worker()


CASES = [right("PLAIN"), right("SCRAM-SHA-256"), mended("PLAIN"), mended("SCRAM-SHA-256"), changed, token_file, token_command,
         token_command_mended, token_refused]
