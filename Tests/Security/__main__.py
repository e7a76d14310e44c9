# TLS and SASL against a real terminator and the second test broker: python Tests/Security PROGRAM [CASE...]. Cases run side by side;
# exit code 1 if one fails. METRICS_PAGE names a file for a page of metrics of a worker that works.

import concurrent.futures
import os
import shutil
import struct
import sys
import tempfile
import threading
import time
import traceback

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Faults"))

from broker import Broker
from certificates import Authority
from proxy import Loop
from sessions import Sessions
from stage import SESSION_SECONDS, STUNNEL, Stage, TRANSACTION_SECONDS
import cases_sasl
import cases_tls


class Run:
    """What all cases share."""

    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.metrics_path = os.environ.get("METRICS_PAGE")
        self.folder = tempfile.mkdtemp(prefix="security-")
        self.broker = Broker()
        self.loop, self.sessions = Loop(), Sessions(TRANSACTION_SECONDS)
        self.authority = Authority(os.path.join(self.folder, "authority"), "authority")
        self.stranger = Authority(os.path.join(self.folder, "stranger"), "stranger")

        self._end = threading.Event()
        threading.Thread(target=self._expire, daemon=True, name="expiry").start()

    def _expire(self):
        """What a real broker does by itself when a session or a transaction times out."""
        while not self._end.wait(0.3):
            try:
                for member in self.sessions.take_silent(SESSION_SECONDS):
                    self.broker.evict(member)
                for name, since in self.sessions.hold_overdue(TRANSACTION_SECONDS):
                    try:
                        if self.sessions.take_overdue(name, since):
                            self.sessions.replaced(name, self.broker.abort(name))
                    finally:
                        self.sessions.release(name)
            except (OSError, struct.error):
                pass

    def close(self):
        self._end.set()
        self.broker.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def play(run, name, case):
    started = time.monotonic()
    try:
        with Stage(run, name) as stage:
            try:
                case(stage)
            except Exception:
                return f"FAILED: {name}\n{traceback.format_exc()}/readyz: {stage.page('/readyz')}\nlog:\n{stage.last_log()}", False
        return f"ok: {name}, {time.monotonic() - started:.0f} s", True
    except Exception:
        return f"FAILED: {name}\n{traceback.format_exc()}", False


def main():
    cases = {f"{kind}.{case.__name__}": case for kind, module in (("tls", cases_tls), ("sasl", cases_sasl)) for case in module.CASES}
    wanted = sys.argv[2:] or cases
    if not os.path.exists(STUNNEL):
        sys.exit(f"security: {STUNNEL} is not there: deploy/install test")
    run = Run(sys.argv[1])
    try:
        with concurrent.futures.ThreadPoolExecutor(6) as pool:
            results = [pool.submit(play, run, name, cases[name]) for name in wanted]
            for result in concurrent.futures.as_completed(results):
                print(result.result()[0], flush=True)
        failed = sum(not result.result()[1] for result in results)
        print(f"security: {len(results)} cases, {failed} failed")
        sys.exit(1 if failed else 0)
    finally:
        run.close()


main()
