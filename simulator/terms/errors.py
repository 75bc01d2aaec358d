"""The root of the project's errors."""


class SimulatorError(Exception):
    """Whatever the simulator itself reports; each room's errors derive from it and from the fitting builtin."""
