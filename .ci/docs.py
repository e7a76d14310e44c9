"""The pages that people read: lines of 120 columns, plain words, links and paths that lead somewhere."""
import re
import sys
from pathlib import Path

WIDTH = 120
# What says too little, or is said in plainer words.
AVOIDED = ["anew", "mended", "once more", "whatever", "nobody", "of which", "what holds", "by hand of"]
PAGES = [Path("README.md"), *sorted(Path("deploy").rglob("*.md")), *sorted(Path("Sources").rglob("*.docc/*.md"))]
SUFFIXES = ("", ".yml", ".yaml", ".conf")
TEXTS = [Path("docker-compose.yml"), *sorted(path for path in Path("deploy").rglob("*") if path.suffix in SUFFIXES)]
faults = []


def anchors(page):
    """The anchors of a page's headings, as GitHub makes them."""
    heads = re.findall(r"^#+ (.*)$", page.read_text(), re.M)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


def check_words(path, text):
    for words in AVOIDED:
        # A line may end between two of them.
        for found in re.finditer(rf"\b{words}\b".replace(" ", r"\s+(?:# *)?"), text, re.I):
            faults.append(f"{path}:{text.count(chr(10), 0, found.start()) + 1}: '{words}'")


def check_page(page):
    text = page.read_text()
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > WIDTH:
            faults.append(f"{page}:{number}: {len(line)} columns")
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    for link in re.findall(r"\]\(([^)\s]+)\)", prose):
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        if re.match(r"\w+:", link):
            continue
        if not target.exists():
            faults.append(f"{page}: {link} is not there")
        elif anchor and anchor not in anchors(target):
            faults.append(f"{page}: {link}: no such heading")
    for path in re.findall(r"`((?:deploy|Tests|Sources|\.ci)/[\w./*+-]+)", prose):
        if not list(Path().glob(path)):
            faults.append(f"{page}: {path} is not there")


for page in PAGES:
    check_page(page)
for path in PAGES + [path for path in TEXTS if path.is_file()]:
    check_words(path, path.read_text())
print("\n".join(faults) or f"docs: {len(PAGES)} pages are in order")
sys.exit(1 if faults else 0)
