"""Methods that may be handed on without keeping their object alive."""

import weakref
from collections.abc import Callable
from typing import ParamSpec, TypeVar

ArgumentsT = ParamSpec("ArgumentsT")
ResultT = TypeVar("ResultT")


def weakly(method: Callable[ArgumentsT, ResultT]) -> Callable[ArgumentsT, ResultT]:
    """A method that does not keep its object: an old matcher must go without the garbage collector's help."""
    reference = weakref.WeakMethod(method)

    def call(*arguments: ArgumentsT.args, **named: ArgumentsT.kwargs) -> ResultT:
        alive = reference()
        if alive is None:
            raise ReferenceError("the matcher is gone")
        return alive(*arguments, **named)

    return call
