"""How much of an invented input is tried: a little in an ordinary run, twenty times as much in a long one."""

from hypothesis import HealthCheck, settings

AS_LONG = settings().max_examples / 100
"""How many times as much as in an ordinary run, by the profile that tests/conftest.py loads."""


def tried(examples: int) -> settings:
    """Settings of a test with so many examples in an ordinary run."""
    return settings(
        max_examples=max(1, round(examples * AS_LONG)),
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
