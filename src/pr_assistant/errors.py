"""Every error a user can meet, in one tree. Each message says what to do next.

PrAssistantError
├── UsageError               exit 2   the question, flag or setting cannot be used
├── ReleaseError             exit 1   a release file cannot be read
│   └── FileUnreadableError  exit 1   the system does not let it be read, now
├── ModelError               exit 1   the embedding model cannot be used
├── IndexingError            exit 1   the index cannot be written
│   └── IndexLockedError     exit 1   another process is writing it
├── IndexUnusableError       exit 4   there is no index to ask, or not one that can be trusted
│   ├── IndexMissingError
│   ├── IndexStaleError
│   └── IndexDamagedError
└── ProviderError            exit 5   the model provider failed
"""

from __future__ import annotations


class PrAssistantError(Exception):
    """Base of all errors of this package. `exit_code` is what the command line returns."""

    exit_code = 1


class UsageError(PrAssistantError):
    """What the caller gave cannot be used."""

    exit_code = 2


class ReleaseError(PrAssistantError):
    """A release file cannot be read."""


class FileUnreadableError(ReleaseError):
    """The system does not let a file be read, now. That says nothing of what is in it."""


class ModelError(PrAssistantError):
    """The embedding model is missing, altered, or cannot be exported."""


class IndexingError(PrAssistantError):
    """The index cannot be written."""


class IndexLockedError(IndexingError):
    """Another process is writing the index."""


class IndexUnusableError(PrAssistantError):
    """The index cannot answer questions as it is."""

    exit_code = 4


class IndexMissingError(IndexUnusableError):
    """There is no index at the place given."""


class IndexStaleError(IndexUnusableError):
    """The index was made from other files, another model or by another version."""


class IndexDamagedError(IndexUnusableError):
    """A part of the index is missing or garbled."""


class ProviderError(PrAssistantError):
    """The provider of a chat model failed."""

    exit_code = 5
