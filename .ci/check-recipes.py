"""Runs each query of deploy/recipes.md on the events of deploy/recipes.log and compares with the page's answers."""
import contextlib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb


def blocks(text):
    return re.findall(r"^```(\S[^\n]*)\n(.*?)^```$", text, re.M | re.S)


def ask_jq(prelude, query, events):
    said = subprocess.run(["jq", "-rs", prelude + query, events], capture_output=True, text=True, check=False)
    return said.stdout if said.returncode == 0 else said.stderr


def ask_duckdb(database, query):
    try:
        rows = database.execute(query).fetchall()
    except duckdb.Error as error:
        return str(error)
    return "".join("\t".join(map(str, row)) + "\n" for row in rows)


def check(program):
    page = Path("deploy/recipes.md").read_text()
    with Path("deploy/recipes.log").open() as lines:
        events = subprocess.run([program, "normalize"], stdin=lines, capture_output=True, check=True).stdout
    preludes = dict(block for block in blocks(page) if block[0].endswith(" prelude"))
    questions = re.findall(r"^## (\d+) ([^\n]*)\n(.*?)(?=^## |\Z)", page, re.M | re.S)
    faults = [] if len(questions) == 20 else [f"the page has {len(questions)} questions"]
    with tempfile.TemporaryDirectory() as directory, contextlib.chdir(directory):
        # The name that the page's view reads.
        Path("events.jsonl").write_bytes(events)
        database = duckdb.connect()
        database.execute(preludes["sql prelude"])
        for number, title, text in questions:
            parts = dict(blocks(text))
            if not {"jq", "sql", "text"} <= parts.keys() or not parts["text"].strip():
                faults.append(f"{number} {title}: a query or the answer is missing")
                continue
            answers = {
                "jq": ask_jq(preludes["jq prelude"], parts["jq"], "events.jsonl"),
                "sql": ask_duckdb(database, parts["sql"]),
            }
            for language, answer in answers.items():
                if answer != parts["text"]:
                    faults.append(f"{number} {title}: {language} says\n{answer}")
    return faults


found = check(os.path.abspath(sys.argv[1]))
print("\n".join(found) or "check-recipes: 20 questions answered alike by jq, DuckDB and the page")
sys.exit(1 if found else 0)
