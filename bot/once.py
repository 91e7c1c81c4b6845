"""Properties that are found when they are first asked for."""

from collections.abc import Callable
from typing import Generic, Self, TypeVar, overload

OwnerT = TypeVar("OwnerT")
ValueT = TypeVar("ValueT")


class Once(Generic[OwnerT, ValueT]):
    """``functools.cached_property`` without a lock: Python 3.11 takes one for every value, which later versions do not.

    For what is the same whoever finds it: two threads may both find it.
    """

    def __init__(self, find: Callable[[OwnerT], ValueT]) -> None:
        self._find = find
        self._name = find.__name__
        self.__doc__ = find.__doc__

    @overload
    def __get__(self, owner: None, kind: type[OwnerT]) -> Self: ...

    @overload
    def __get__(self, owner: OwnerT, kind: type[OwnerT]) -> ValueT: ...

    def __get__(self, owner: OwnerT | None, kind: type[OwnerT]) -> Self | ValueT:
        if owner is None:
            return self
        # Found in the object itself from now on, before this is asked.
        value = owner.__dict__[self._name] = self._find(owner)
        return value
