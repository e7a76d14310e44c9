# TLS, SASL and rights on listeners of Apache Kafka: python Tests/Security PROGRAM [CASE...]. Cases run side by side;
# exit code 1 if one fails. A name that ends with * stands for all that begin so. METRICS_PAGES names a folder for pages
# of metrics of workers that work and of some that cannot.

import concurrent.futures
import fnmatch
import os
import shutil
import sys
import tempfile
import time
import traceback

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Faults"))

from administrator import Administrator
from brokers import Brokers
from certificates import Authority
from stage import Stage
import cases_alerts
import cases_rights
import cases_sasl
import cases_tls


class Run:
    """What all cases share."""

    def __init__(self, program, cases):
        self.program = os.path.abspath(program)
        self.pages = os.environ.get("METRICS_PAGES")
        self.folder = tempfile.mkdtemp(prefix="security-")
        self.authority = Authority(os.path.join(self.folder, "authority"), "authority")
        self.stranger = Authority(os.path.join(self.folder, "stranger"), "stranger")
        self.brokers = Brokers(self.folder, cases, self.authority, cases_sasl.PASSWORD)
        self.administrator = Administrator(self.brokers, self.folder)

    def close(self):
        self.brokers.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def play(run, case):
    started = time.monotonic()
    try:
        with Stage(run, case) as stage:
            try:
                case.play(stage)
            except Exception:
                told = f"/readyz: {stage.page('/readyz')}\nlog:\n{stage.last_log()}"
                return f"FAILED: {case.name}\n{traceback.format_exc()}{told}", False
        return f"ok: {case.name}, {time.monotonic() - started:.0f} s", True
    except Exception:
        return f"FAILED: {case.name}\n{traceback.format_exc()}", False


def main():
    cases = [case for module in (cases_tls, cases_sasl, cases_rights, cases_alerts) for case in module.CASES]
    wanted = [case for case in cases if any(fnmatch.fnmatchcase(case.name, name) for name in sys.argv[2:] or ["*"])]
    if not wanted:
        sys.exit("security: no such case: " + ", ".join(case.name for case in cases))
    run = Run(sys.argv[1], wanted)
    try:
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            results = [pool.submit(play, run, case) for case in wanted]
            for result in concurrent.futures.as_completed(results):
                print(result.result()[0], flush=True)
        failed = sum(not result.result()[1] for result in results)
        print(f"security: {len(results)} cases, {failed} failed")
        sys.exit(1 if failed else 0)
    finally:
        run.close()


main()
