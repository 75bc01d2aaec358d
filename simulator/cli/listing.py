"""``simulator list``: the scenarios of a folder, by topic, with their titles."""

from __future__ import annotations

import argparse
import json
import os
import sys

from simulator.cli.settings import scenario_folder
from simulator.cli.status import FINE, USAGE, complain
from simulator.scenario.catalogue import LANGUAGES, Entry, find, languages


def list_command(options: argparse.Namespace) -> int:
    """Print the scenarios of a folder; return the exit status."""
    folder = options.folder or scenario_folder()
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
    twofold = any("Elixir" in languages(entry) for entry in found)
    topic = None
    for entry in found:
        if entry["topic"] != topic:
            print(f"{'' if topic is None else chr(10)}{entry['topic']}")
            topic = entry["topic"]
        print(f"  {entry['name']:{width}}  {_marks(entry) if twofold else ''}{entry['title']}")
    elixir = "simulator run NAME.exs its twin in Elixir, " if twofold else ""
    sys.stderr.write(f"\nsimulator run NAME runs one, {elixir}simulator diagram NAME draws it\n")
    return FINE


def _marks(entry: Entry) -> str:
    """Return the endings of the files in which a scenario is there, each in its column."""
    there = languages(entry)
    return "".join(f"{ending if language in there else '':<{len(ending)}}  " for ending, language in LANGUAGES.items())
