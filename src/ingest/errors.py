"""Errors, named by what the one who catches them does next. Each message says what happened and what to do."""

from __future__ import annotations


class IngestError(Exception):
    """Anything that ingest itself reports; the message is for the person at the command line."""


class UsageError(IngestError):
    """The call or the configuration is wrong: say so and stop with exit code 2."""


class ClusterLostError(IngestError):
    """The cluster that cleans the shards went away: the next run completes the folder."""


class Refused(IngestError):
    """One input cannot become a document: put it into quarantine and go on.

    `stage` is where it was refused (`read`, `decode`, `recognise`, …), `reason` what is wrong with it and `hint` what a
    person can do.
    """

    def __init__(self, stage: str, reason: str, hint: str = "") -> None:
        """Refuse an input."""
        super().__init__(f"{stage}: {reason}" + (f"; {hint}" if hint else ""))
        self.stage = stage
        self.reason = reason
        self.hint = hint

    def __reduce__(self) -> tuple[type[Refused], tuple[str, str, str]]:
        """Pickle by the arguments, so that a refusal crosses process borders."""
        return type(self), (self.stage, self.reason, self.hint)
