"""A request to stop (Ctrl-C, SIGTERM): shards in hand are finished within seconds, or dropped."""

from __future__ import annotations

import signal
import threading
import time
from types import FrameType
from typing import Any, Self

GRACE_SECONDS = 5.0
"""How long shards in hand may go on after a request to stop; what is not done by then is dropped and done by the next run."""


class StoppedError(KeyboardInterrupt):
    """The run was asked to stop, and did. `signal` is the number of the signal that asked."""

    def __init__(self, number: int) -> None:
        """`number` is the signal's."""
        super().__init__(f"stopped by {signal.Signals(number).name}")
        self.signal = number


class Stop:
    """Takes SIGINT and SIGTERM as a request while it is entered; a second Ctrl-C stops at once (KeyboardInterrupt).

    Entered in another thread than the main one it takes no signals, and is never asked.
    """

    def __init__(self, grace: float = GRACE_SECONDS) -> None:
        """`grace` is in seconds."""
        self.grace = grace
        self.signal = 0
        self._since = 0.0
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        """Take the signals."""
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                self._before[number] = signal.signal(number, self._ask)
        return self

    def __exit__(self, *_: object) -> None:
        """Give the signals back."""
        for number, handler in self._before.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)
        self._before.clear()

    def _ask(self, number: int, _: FrameType | None) -> None:
        if self.signal == number == signal.SIGINT:
            raise KeyboardInterrupt
        self.ask(self.signal or number)

    def ask(self, number: int = signal.SIGTERM) -> None:
        """Ask to stop, as the signal would."""
        if not self.signal:
            self.signal, self._since = number, time.monotonic()

    @property
    def overdue(self) -> bool:
        """Whether the shards in hand had their time."""
        return bool(self.signal) and time.monotonic() - self._since > self.grace
