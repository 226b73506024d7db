"""Reads a file of decisions: what the user removes from the reading text or keeps in it."""

from pathlib import Path

from sverka.model import Decision, ReadError


def decisions_of(name: str | None) -> dict[str, Decision]:
    """The decisions in the JSON file `name`, by the key of the finding; none without a file.

    The file holds one object: {"f-8a3c…": "kept", …}. Raises ReadError with a
    sentence for a file that cannot be read or holds something else.
    """
    if name is None:
        return {}
    # Imported here: most runs have no decisions
    import msgspec

    try:
        return msgspec.json.decode(Path(name).read_bytes(), type=dict[str, Decision])
    except OSError as error:
        raise ReadError(
            "The decisions in “{file}” could not be read: {reason}.",
            file=name,
            reason=error.strerror or str(error),
        ) from error
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise ReadError(
            "“{file}” is not a file of decisions; it should hold one JSON object with “removed”"
            " or “kept” by the id of the finding.",
            file=name,
        ) from error
