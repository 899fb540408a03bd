"""Observes calls by a profile function (see `sys.setprofile`); what is called is not replaced."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import BuiltinFunctionType, FrameType, FunctionType

AnyFunction = Callable[..., object]


@contextmanager
def observed_calls(
    functions: Iterable[AnyFunction], on_call: Callable[[AnyFunction, FrameType], object]
) -> Iterator[None]:
    """Call ``on_call`` before each call of ``functions`` in this thread, with the function and a frame.

    The frame is that of the function if it is written in Python, and that of its caller if it is built in.
    """
    by_code, built_in = {}, set()
    for function in functions:
        if isinstance(function, FunctionType):
            by_code[function.__code__] = function
        else:
            assert isinstance(function, BuiltinFunctionType)
            built_in.add(function)

    def on_event(frame: FrameType, event: str, argument: object) -> None:
        if event == "call" and frame.f_code in by_code:
            on_call(by_code[frame.f_code], frame)
        elif event == "c_call" and isinstance(argument, BuiltinFunctionType) and argument in built_in:
            on_call(argument, frame)

    before = sys.getprofile()
    sys.setprofile(on_event)
    try:
        yield
    finally:
        sys.setprofile(before)
