"""What setup.cfg has no words for: the scenarios, a folder of their own here, are installed beside the simulator."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["simulator", "simulator.*"]), "simulator_scenarios"],
    package_dir={"simulator_scenarios": "scenarios"},
)
