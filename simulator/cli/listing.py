"""``simulator list``: the scenarios of a folder, by topic, with their titles."""

from __future__ import annotations

import argparse
import json
import os
import sys

from simulator.cli.status import FINE, USAGE, complain
from simulator.scenario.catalogue import find


def list_command(options: argparse.Namespace) -> int:
    """Print the scenarios of a folder; return the exit status."""
    folder = options.folder
    if not os.path.isdir(folder):
        complain(f"{folder}: no such folder of scenarios")
        return USAGE
    found = find(folder)
    if options.json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
        return FINE
    if not found:
        complain(f"{folder}: no scenarios in it")
        return USAGE
    width = max(len(entry["name"]) for entry in found)
    topic = None
    for entry in found:
        if entry["topic"] != topic:
            print(f"{'' if topic is None else chr(10)}{entry['topic']}")
            topic = entry["topic"]
        print(f"  {entry['name']:{width}}  {entry['title']}")
    sys.stderr.write("\nsimulator run NAME runs one, simulator diagram NAME draws it\n")
    return FINE
