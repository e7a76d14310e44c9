"""What .ci/check-deploy asks of the files under deploy that no tool of their own answers. Prints faults; exit code 1 if
any."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

faults = []


def fault(text):
    faults.append(text)


def documents(path):
    return [document for document in yaml.safe_load_all(Path(path).read_text()) if document]


# --- metrics: one list, and what uses it


def metrics():
    result = {}
    for line in Path("deploy/observe/metrics").read_text().splitlines():
        if line and not line.startswith("#"):
            name, kind, *labels = line.split()
            result[name] = (kind, labels[0].split(",") if labels else [])
    return result


def check_expressions(where, expressions, known, used):
    everywhere = {"job", "instance", "le", "alertname", "alertstate", "severity"}
    for expression in expressions:
        bare = re.sub(r'"[^"]*"', '""', expression)
        names = set()
        for name in re.findall(r"(?<![\w:])(?:normalizer|process)_\w+", bare):
            base = re.sub(r"_(bucket|sum|count)$", "", name)
            if base in known and known[base][0] == "histogram":
                if base == name:
                    fault(f"{where}: {name} is a histogram and has no series of its own name")
                name = base
            if name not in known:
                fault(f"{where}: no such metric: {name}")
            else:
                names.add(name)
        used |= names
        allowed = everywhere.union(*(known[name][1] for name in names)) if names else everywhere
        labels = set(re.findall(r"(\w+)\s*(?:=~|!~|!=|=)\s*\"\"", bare))
        for group in re.findall(r"\b(?:by|on|without|ignoring)\s*\(([^)]*)\)", bare):
            labels |= {label.strip() for label in group.split(",") if label.strip()}
        # A recorded sum has the labels of its rule; those are named in the rule itself.
        for label in labels - allowed:
            if names:
                fault(f"{where}: label {label} is on none of {', '.join(sorted(names))}")


def check_metrics(page):
    known, used = metrics(), set()
    places = ("HTTP/MetricsPage.swift", "System/ProcessFigures.swift")
    sources = "".join(Path("Sources/Worker", place).read_text() for place in places)
    for name in known:
        short = re.sub(r"^(normalizer|process)_", "", name)
        if not {f'"{short}"', f'"{short.removesuffix("_total")}"'} & set(re.findall(r'"\w+"', sources)):
            fault(f"metrics: {name} is not in Sources/Worker")
    for name in re.findall(r'(?:family|gauge|counter)\(\s*"([a-z_]+)"', sources):
        if not {f"normalizer_{name}", f"normalizer_{name}_total"} & known.keys():
            fault(f"metrics: normalizer_{name} of Sources/Worker is not in deploy/observe/metrics")
    if page:
        shown = dict(re.findall(r"^# TYPE (\S+) (\S+)", Path(page).read_text(), re.M))
        for name in known.keys() ^ shown.keys():
            fault(f"metrics: {name} is only {'in the list' if name in known else 'on the page'}")

    rules = [rule for group in documents("deploy/observe/alerts.yml")[0]["groups"] for rule in group["rules"]]
    tests = Path("deploy/observe/alerts.test.yml").read_text()
    for rule in rules:
        name = rule.get("alert") or rule["record"]
        check_expressions(name, [rule["expr"]], known, used)
        if "alert" in rule:
            if not rule.get("annotations", {}).get("runbook") or not rule["annotations"].get("summary"):
                fault(f"{name}: no runbook line or no summary")
            if rule.get("labels", {}).get("severity") not in {"page", "ticket", "info"}:
                fault(f"{name}: no severity")
            if (
                f'ALERTS{{alertname="{name}",alertstate="firing"}}' not in tests
                or f'ALERTS{{alertname="{name}",alertstate="firing",' not in tests
            ):
                fault(f"{name}: alerts.test.yml does not say when it fires and when not")

    dashboard = json.loads(Path("deploy/observe/grafana/dashboards/normalizer.json").read_text())
    identifiers = set()
    if not any(
        variable["type"] == "datasource" and variable["name"] == "datasource"
        for variable in dashboard["templating"]["list"]
    ):
        fault("dashboard: no variable for the data source")
    for uid in re.findall(r'"uid": "([^"]*)"', Path("deploy/observe/grafana/dashboards/normalizer.json").read_text()):
        if uid not in ("${datasource}", "-- Grafana --", dashboard.get("uid")):
            fault(f"dashboard: {uid} is a data source of one place only")
    for panel in dashboard["panels"]:
        if panel["id"] in identifiers:
            fault(f"dashboard: panel id {panel['id']} twice")
        identifiers.add(panel["id"])
        if panel["type"] != "row":
            check_expressions(
                f"dashboard: {panel['title']}", [target["expr"] for target in panel["targets"]], known, used
            )
    boxes = [(panel["title"], panel["gridPos"]) for panel in dashboard["panels"]]
    for number, (title, a) in enumerate(boxes):
        for other, b in boxes[number + 1 :]:
            if (
                a["x"] < b["x"] + b["w"]
                and b["x"] < a["x"] + a["w"]
                and a["y"] < b["y"] + b["h"]
                and b["y"] < a["y"] + a["h"]
            ):
                fault(f"dashboard: {title} and {other} overlap")
    for name in known.keys() - used:
        fault(f"metrics: {name} is used by neither dashboard nor rules")


# --- compose file


def check_compose():
    compose = documents("docker-compose.yml")[0]
    services = compose["services"]
    for name, service in services.items():
        image = service.get("image", "")
        if "build" not in service and not image.endswith(":local"):
            if not re.search(r":v?\d+\.\d+", image):
                fault(f"compose: {name}: image {image} is not pinned")
        # CVE-2026-33557 is in 4.1.1 and earlier of that line.
        kafka = re.fullmatch(r"apache/kafka:(\d+)\.(\d+)\.(\d+)", image)
        if kafka and tuple(map(int, kafka.groups())) < (4, 1, 2):
            fault(f"compose: {name}: {image} has known holes")
        if re.search(r"kafka-[\w-]+\.sh", str(service.get("healthcheck", {}).get("test", ""))):
            fault(f"compose: {name}: the health check starts a Java machine each time")
        for port in service.get("ports", []):
            if not re.match(r"127\.0\.0\.1:|\$\{COLLECTOR_ADDRESS:-127\.0\.0\.1\}:", port):
                fault(f"compose: {name}: port {port} is not bound to loopback")
        for other, condition in service.get("depends_on", {}).items():
            if other not in services:
                fault(f"compose: {name} depends on {other}, which is not there")
            elif services[other].get("profiles") and services[other]["profiles"] != service.get("profiles"):
                fault(f"compose: {name} depends on {other} of another profile")
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            if source.startswith("./") and not Path(source).exists():
                fault(f"compose: {name}: {source} is not there")
            if not source.startswith("./") and source not in compose["volumes"]:
                fault(f"compose: {name}: volume {source} is not declared")
    for key in ("container_name", "ports"):
        if key in services["worker"]:
            fault(f"compose: worker has {key} and cannot be scaled")


# --- manifests


def check_manifests(tools):
    for overlay in ("base", "keda"):
        path = Path(tools) / f"{overlay}.yaml"
        if not path.exists():
            continue
        by_kind = {}
        for document in documents(path):
            by_kind.setdefault(document["kind"], []).append(document)
            for key in ("selector", "podSelector"):
                selector = document.get("spec", {}).get(key)
                if selector == {}:
                    fault(f"{overlay}: {document['kind']}: an empty {key} means every pod")
        stateful = by_kind["StatefulSet"][0]
        pod = stateful["spec"]["template"]["spec"]
        container = pod["containers"][0]
        settings = next(document for document in by_kind["ConfigMap"])["data"]["normalizer.conf"]
        value = dict(re.findall(r"^([\w.-]+) *= *(.*)$", settings, re.M))
        mebibytes = {
            name: int(re.fullmatch(r"(\d+)Mi?B?", text)[1])
            for name, text in (
                ("limit", container["resources"]["limits"]["memory"]),
                ("setting", value["memory-limit"].replace("MiB", "Mi")),
            )
        }
        if mebibytes["limit"] < mebibytes["setting"] + 64:
            fault(f"{overlay}: the container's memory limit leaves less than 64 MiB beside memory-limit")
        if pod["terminationGracePeriodSeconds"] <= int(value["shutdown-timeout"].rstrip("s")):
            fault(f"{overlay}: terminationGracePeriodSeconds is not above shutdown-timeout")
        secure = container["securityContext"]
        if not (
            pod["securityContext"]["runAsNonRoot"]
            and secure["readOnlyRootFilesystem"]
            and secure["capabilities"]["drop"] == ["ALL"]
        ):
            fault(f"{overlay}: the container may do more than it needs")
        if overlay == "keda":
            if "replicas" in stateful["spec"]:
                fault("keda: replicas would be set back by each apply")
            scaled = by_kind["ScaledObject"][0]["spec"]
            trigger = scaled["triggers"][0]["metadata"]
            if scaled["scaleTargetRef"] != {"kind": "StatefulSet", "name": stateful["metadata"]["name"]}:
                fault("keda: scales something else")
            for name, setting in (
                ("bootstrapServers", "bootstrap-servers"),
                ("consumerGroup", "group-id"),
                ("topic", "input-topic"),
            ):
                if trigger[name] != value[setting]:
                    fault(f"keda: {name} differs from {setting} of normalizer.conf")
            partitions = re.search(r"\$\{PARTITIONS:-(\d+)\}", Path("deploy/kafka/topics").read_text())[1]
            if scaled["maxReplicaCount"] != int(partitions):
                fault("keda: maxReplicaCount is not the number of partitions of deploy/kafka/topics")
            if (
                trigger["allowIdleConsumers"],
                trigger["limitToPartitionsWithLag"],
                trigger["excludePersistentLag"],
            ) != ("false", "true", "true"):
                fault("keda: would start workers that have nothing to do")


def check_monitoring(tools):
    path = Path(tools) / "monitored.yaml"
    if not path.exists():
        return
    by_kind = {document["kind"]: document for document in documents(path)}
    if by_kind["PrometheusRule"]["spec"]["groups"] != documents("deploy/observe/alerts.yml")[0]["groups"]:
        fault("monitoring: the rules are not those of deploy/observe/alerts.yml")
    template, monitor = by_kind["StatefulSet"]["spec"]["template"], by_kind["PodMonitor"]["spec"]
    if not monitor["selector"]["matchLabels"].items() <= template["metadata"]["labels"].items():
        fault("monitoring: the PodMonitor does not select the workers")
    ports = {port["name"] for port in template["spec"]["containers"][0]["ports"]}
    if {endpoint["port"] for endpoint in monitor["podMetricsEndpoints"]} - ports:
        fault("monitoring: the PodMonitor names a port that no container has")


# --- image


def check_image():
    text = Path("deploy/Dockerfile").read_text()
    image = text[text.rindex("\nFROM ") :]
    for pattern, what in (
        (r"apt-get upgrade -y", "the base is not refreshed at build"),
        (r"^USER [1-9]\d*:[1-9]\d*$", "runs as root"),
    ):
        if not re.search(pattern, image, re.M):
            fault(f"deploy/Dockerfile: {what}")
    # The list is made with the very command of the image, from the dpkg of this machine and a program that only says
    # its version.
    command = re.search(r"&& (program=.*? dpkg-query -W .*?) >/usr/share/anyconnect-normalizer\.cdx\.json", image, re.S)
    if not command:
        fault("deploy/Dockerfile: no list of what is in the image")
    elif Path("/var/lib/dpkg/status").exists():
        version = re.search(r'current = "([\d.]+)"', Path("Sources/Worker/System/ProductVersion.swift").read_text())[1]
        with tempfile.TemporaryDirectory() as folder:
            program = Path(folder, "anyconnect-normalizer")
            program.write_text(f"#!/bin/sh\necho {program.name} {version}, librdkafka 2.8.0\n")
            program.chmod(0o755)
            environment = {"PATH": f"{folder}:/usr/bin:/bin"}
            made = subprocess.run(
                ["sh", "-ec", command[1]], capture_output=True, text=True, check=True, env=environment
            ).stdout
        listed = json.loads(made)
        subject = listed["metadata"]["component"]
        if (subject["name"], subject["version"]) != (program.name, version):
            fault(f"deploy/Dockerfile: the list is of {subject}, not of {program.name} {version}")
        installed = subprocess.run(["dpkg-query", "-W", "-f=.\n"], capture_output=True, text=True, check=True).stdout
        if listed["bomFormat"] != "CycloneDX" or len(listed["components"]) != len(installed.split()):
            fault("deploy/Dockerfile: the list does not hold every package of dpkg")


# --- names that two files must agree on


def check_agreement():
    arguments = {}
    for path in ("deploy/Dockerfile", "deploy/test.Dockerfile", "deploy/collector/Dockerfile"):
        for name, value in re.findall(r"^ARG (\w+_IMAGE)=(\S+)", Path(path).read_text(), re.M):
            if arguments.setdefault(name, value) != value:
                fault(f"{path}: {name} differs from another Dockerfile's")
            if not re.search(r":.*\d+\.\d+\.\d+|:.*\d{8}", value):
                fault(f"{path}: {value} is not pinned")
    page = Path("deploy/security.md").read_text().replace(" \\\n    ", " ")
    commands = re.findall(r"^kafka-acls\.sh .*$", page, re.M)
    script = Path("deploy/kafka/acls").read_text()
    # Kafka's tool is replaced by a function that says what it was asked.
    environment = {"PATH": "/usr/bin:/bin", "KAFKA_ACLS": "say"}
    script = 'say() { echo kafka-acls.sh "$@"; }\n' + script
    command = ["sh", "-s", "kafka:9092", "worker"]
    said = subprocess.run(command, input=script, capture_output=True, text=True, env=environment, check=True).stdout
    if said.splitlines() != commands:
        fault("deploy/security.md: the ACL lines are not those of deploy/kafka/acls:\n" + said)
    several = environment | {"INPUT_TOPIC": "a,b", "RULE_TOPICS": "r,s"}
    said = subprocess.run(command, input=script, capture_output=True, text=True, env=several, check=True).stdout
    for rights in ("--operation Read --topic a --topic b", "--topic asa.dead-letters --topic r --topic s"):
        if rights not in said:
            fault(f"deploy/kafka/acls: no '{rights}' for several topics:\n{said}")
    pattern = environment | {"INPUT_TOPIC": "^a"}
    if subprocess.run(command, input=script, capture_output=True, text=True, env=pattern).returncode != 2:
        fault("deploy/kafka/acls: a pattern is not refused")
    # The list of what `run` takes, to which a test holds the page; any other setting ends a worker with 78.
    declared = set(re.findall(r"^\* `--([a-z-]+)", Path("deploy/settings.md").read_text(), re.M))
    settings = re.findall(r"^([\w.-]+) *=", Path("deploy/kubernetes/base/normalizer.conf").read_text(), re.M)
    for path in ("docker-compose.yml", "deploy/kubernetes/base/statefulset.yaml", "deploy/Dockerfile"):
        settings += [
            name.lower().replace("_", "-") for name in re.findall(r"\bNORMALIZER_([A-Z_]+)", Path(path).read_text())
        ]
    for name in settings:
        if not name.startswith(("kafka.", "kafka-")) and name not in declared:
            fault(f"the worker takes no such setting: {name}")


if sys.argv[1] == "--builtin":
    builtin = [
        document
        for document in documents(sys.argv[2])
        if not document["apiVersion"].startswith(("keda.sh/", "monitoring.coreos.com/"))
    ]
    Path(sys.argv[3]).write_text(yaml.safe_dump_all(builtin))
else:
    page = sys.argv[3] + "/working" if sys.argv[2:3] == ["--tested"] else None
    check_metrics(page)
    check_compose()
    check_manifests(sys.argv[1])
    check_monitoring(sys.argv[1])
    check_image()
    check_agreement()
print("\n".join(faults))
sys.exit(1 if faults else 0)
