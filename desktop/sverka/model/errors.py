"""Errors a user may meet. Their text is a translated sentence: what happened, to which file."""


class SverkaError(Exception):
    """Something the user can understand and act on; `str()` of it is the sentence."""


class ReadError(SverkaError):
    """A file could not be read."""


class WriteError(SverkaError):
    """A file could not be written; what stood there before still stands there."""
