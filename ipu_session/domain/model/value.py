"""Base of the immutable values that the session, its commands and its events consist of."""

from msgspec import Struct


class Value(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """An immutable value, compared field by field; made, copied and decoded in C (decision 0056).

    Frozen values cannot form a reference cycle, so the garbage collector does not track them.
    """
