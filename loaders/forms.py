"""A tree read from YAML, held against its declared form."""

from collections.abc import Iterator
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from loaders.normalise.wordings import nearest
from loaders.problems import BuildRefused, Problem
from loaders.yaml_lines import Lines

Model = TypeVar("Model", bound=BaseModel)

TEXT_BRANCH = "constrained-str"
"""What pydantic calls the text among the forms that a part may have."""


def validated(form: type[Model], tree: object, lines: Lines, file: str) -> Model:
    """The record that a tree describes.

    Raises BuildRefused with every fault at once: file, line, what is wrong and how to mend it.
    """
    try:
        return form.model_validate(tree)
    except ValidationError as error:
        told = [detail for detail in error.errors() if not _is_echo(detail)]
        raise BuildRefused(_problem(detail, form, lines, file) for detail in told) from None


def _is_echo(detail: ErrorDetails) -> bool:
    """A part that may be a text or more was written as more: that it is no text is no fault of its own."""
    return (
        detail["type"] == "string_type" and detail["loc"][-1:] == (TEXT_BRANCH,) and isinstance(detail["input"], dict)
    )


def _problem(detail: ErrorDetails, form: type[BaseModel], lines: Lines, file: str) -> Problem:
    place = detail["loc"]
    key = str(place[-1]) if place else ""
    where = ".".join(str(part) for part in place)
    line = lines[tuple(place)]
    if detail["type"] == "extra_forbidden":
        known = _keys(form, place)
        meant = nearest(key, sorted(known), limit=1)
        advice = f"did you mean '{meant[0]}'?" if meant else "see data/vvg_template.yaml"
        return Problem(file, line, f"unknown key '{key}'", advice)
    if detail["type"] == "missing":
        return Problem(file, line, f"'{key}' is missing", f"add '{key}:' here; see data/vvg_template.yaml")
    given = detail.get("input")
    shown = f" (written: {str(given)[:60]!r})" if isinstance(given, str | int) else ""
    if detail["type"] == "model_type":
        message = "not a list of keys and values"
    else:
        message = detail["msg"].removeprefix("Value error, ")
    return Problem(file, line, f"{where or 'the file'}: {message}{shown}", "write it as data/vvg_template.yaml shows")


def _keys(form: type[BaseModel], place: tuple[str | int, ...]) -> set[str]:
    """The keys that the part of the form knows in which a place lies."""
    for part in place[:-1]:
        field = form.model_fields.get(str(part))
        inner = next(_forms(field.annotation), None) if field else None
        form = inner or form
    return set(form.model_fields)


def _forms(annotation: object) -> Iterator[type[BaseModel]]:
    """The forms that a field may hold, alone or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _forms(part)
