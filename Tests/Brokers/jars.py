# Where the jars of Apache Kafka come from: a folder that the caller names, the one beside the project, or Maven
# Central.

import os
import shutil
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
# By the name that `--kafka` takes: the release that Maven fetches, and the folder beside the project.
RELEASES = {"4.4": ("4.4.0", "libs"), "3.9": ("3.9.2", "libs-3.9")}
NEWEST = "4.4"


class NoJars(Exception):
    """Neither place has jars; the message says why the last one has none."""


def find(release=None):
    """A folder with the jars of a release, of the newest if none is named: one of those in `KAFKA_LIBS`, apart by
    colons, then the one beside the project, then one in `.build`, into which Maven copies them at the first call.
    Without a release, the first folder of `KAFKA_LIBS` is taken for what it is. Raises NoJars."""
    named = [folder for folder in os.environ.get("KAFKA_LIBS", "").split(os.pathsep) if folder]
    for folder in named:
        if _has_broker(folder, release or ""):
            return os.path.abspath(folder)
    if named and release is None:
        raise NoJars(f"KAFKA_LIBS names {', '.join(named)}, where no jar of a broker is")
    version, folder = RELEASES[release or NEWEST]
    beside = os.path.join(os.path.dirname(ROOT), "shared", "kafka", folder)
    if _has_broker(beside, version):
        return beside
    fetched = os.path.join(ROOT, ".build", f"kafka-{version}")
    if not _has_broker(fetched, version):
        _fetch(version, fetched)
    return fetched


def _has_broker(folder, version):
    return os.path.isdir(folder) and any(name.startswith(f"kafka_2.13-{version}") for name in os.listdir(folder))


def _fetch(version, target):
    """Copies the jars into a folder of another name first, so that an interrupted download does not look like a whole
    one."""
    if not shutil.which("mvn"):
        raise NoJars("mvn is not installed, and no jars of Apache Kafka lie beside the project")
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with tempfile.TemporaryDirectory(dir=os.path.dirname(target), prefix="kafka-jars-") as work:
        copied = os.path.join(work, "jars")
        done = subprocess.run(
            [
                "mvn",
                "--batch-mode",
                "--quiet",
                "-Dstyle.color=never",
                "--file",
                os.path.join(HERE, "pom.xml"),
                f"-Dkafka.version={version}",
                f"-DoutputDirectory={copied}",
                "dependency:copy-dependencies",
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if done.returncode or not _has_broker(copied, version):
            reason = next((line for line in done.stdout.splitlines() if "[ERROR]" in line), done.stdout.strip())
            raise NoJars(f"mvn could not fetch Apache Kafka {version}: {reason}")
        if not _has_broker(target, version):
            shutil.rmtree(target, ignore_errors=True)
            os.rename(copied, target)
