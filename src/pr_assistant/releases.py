"""A file of the corpus → a `Release`."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections.abc import Container, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pr_assistant import structure
from pr_assistant.decoding import decode, normalise
from pr_assistant.errors import FileUnreadableError, ReleaseError, UsageError
from pr_assistant.models import FileFailure, PassedOver, Release, Unreachable

SUFFIXES = (".txt", ".md")
MAX_BYTES = 5_000_000
"""A press release is some ten kilobytes; a larger file is not one, and is refused by name."""

_LINK = "is a link to a folder, which is not followed: put the folder itself there"
_DOCUMENTS = (".pdf", ".doc", ".docx", ".odt", ".rtf", ".htm", ".html", ".pages")
_DOCUMENT = "is no plain text: save its text beside it as .txt, in UTF-8"


class CorpusFile(NamedTuple):  # made in a tenth of a dataclass's time, and there are thousands
    """A file as it lies in the corpus folder: enough to tell cheaply that it did not change."""

    release_id: str
    corpus: Path
    name: str
    """The path below the corpus folder."""
    size: int
    mtime_ns: int
    ctime_ns: int
    """When anything about it changed last: no program can set that back."""

    @property
    def path(self) -> Path:
        return self.corpus / self.name


def is_empty(corpus: Path) -> bool:
    """Whether `scan` would find nothing that may be a release, read or not. Raises `UsageError` as
    it does."""
    with suppress(OSError), os.scandir(corpus) as entries:  # mostly the first of thousands tells
        if any(_is_text(entry.name) and entry.is_file() for entry in entries):
            return False
    failures: list[FileFailure] = []
    found = next(_walk(corpus, failures), None)
    return found is None and all(isinstance(one, PassedOver) for one in failures)


def scan(corpus: Path, indexed: Container[str] = ()) -> tuple[list[CorpusFile], list[FileFailure]]:
    """The release files below `corpus`, in order of their paths, and those that cannot be one.

    Of two files that would have one id, the one whose path below `corpus` is in `indexed` is taken,
    or else the first.

    Hidden files and folders are passed over; a link to a folder is not followed, and named. Raises
    `UsageError` if there is no such folder, or not one that can be read.
    """
    found: dict[str, CorpusFile] = {}
    failures: list[FileFailure] = []
    for name in sorted(_walk(corpus, failures)):
        release_id = name.rpartition(".")[0]
        try:
            status = os.stat(f"{corpus}/{name}")  # noqa: PTH116 - thousands of files: no Path each
            name.encode()
        except (FileNotFoundError, NotADirectoryError) as error:  # a link that leads nowhere
            failures.append(FileFailure(name, f"cannot be read ({error.strerror})"))
        except OSError as error:  # a folder that may be listed but not entered
            failures.append(Unreachable(name, f"cannot be read ({error.strerror})"))
        except UnicodeEncodeError:
            shown = os.fsencode(name).decode("utf-8", "replace")
            failures.append(FileFailure(shown, "has a name that is not UTF-8: rename it"))
        else:
            if not stat.S_ISREG(status.st_mode):  # a pipe would be waited for without end
                failures.append(FileFailure(name, "is no regular file"))
            else:
                times = status.st_mtime_ns, status.st_ctime_ns
                file = CorpusFile(release_id, corpus, name, status.st_size, *times)
                other = found.setdefault(release_id, file)
                if other is not file:
                    if name in indexed and other.name not in indexed:
                        found[release_id], other, file = file, file, other
                    reason = f"would have the same id as {other.name}: rename one of them"
                    failures.append(FileFailure(file.name, reason))
    return list(found.values()), failures


def _walk(corpus: Path, failures: list[FileFailure]) -> Iterator[str]:
    """Paths of release files below the corpus folder, with "/" between their parts.

    Folders that are not looked into are added to `failures`; `UsageError` if `corpus` is one.
    """
    if not os.path.isdir(corpus):  # noqa: PTH112 - False, too, where we may not look
        raise UsageError(f"There is no corpus folder at {corpus}. Name one with --corpus DIR.")

    def below(folder: str) -> str:
        return os.path.relpath(folder, corpus).replace(os.sep, "/")

    def refuse(error: OSError) -> None:
        name = below(error.filename)
        if name == ".":
            raise UsageError(
                f"The corpus folder {corpus} cannot be read ({error.strerror}). Make it readable or"
                " name another with --corpus DIR."
            ) from error
        failures.append(Unreachable(name, f"cannot be read ({error.strerror})"))

    for folder, folders, files in os.walk(corpus, onerror=refuse):
        prefix = "" if (name := below(folder)) == "." else f"{name}/"
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in folders:
            if os.path.islink(f"{folder}/{name}"):  # noqa: PTH114
                failures.append(FileFailure(prefix + name, _LINK))
        texts = [name for name in files if _is_text(name)]
        yield from [prefix + name for name in texts] if prefix else texts
        others = set(files).difference(texts)
        documents = [n for n in sorted(others) if n[0] != "." and n.lower().endswith(_DOCUMENTS)]
        stems = {_stem(name) for name in texts} if documents else set()
        for name in documents:
            if _stem(name) not in stems:
                failures.append(PassedOver(prefix + name, _DOCUMENT))


def _is_text(name: str) -> bool:
    """Whether a file's name is one of a release."""
    return name.lower().endswith(SUFFIXES) and name[0] != "."


def _stem(name: str) -> str:
    return name.rpartition(".")[0].casefold()


def read_bytes(file: CorpusFile) -> bytes:
    """The bytes of a file. Raises `ReleaseError` if it is too large, `FileUnreadableError` if the
    system does not let it be read or it is gone."""
    if file.size > MAX_BYTES:
        raise ReleaseError(
            f"is over the {MAX_BYTES / 1e6:.0f} MB a release may have ({file.size / 1e6:.3g} MB)"
        )
    try:
        with file.path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        reason = "vanished while it was being read; run the command again"
        raise FileUnreadableError(reason) from error
    except OSError as error:
        raise FileUnreadableError(f"cannot be read ({error.strerror})") from error
    if len(data) > MAX_BYTES:
        raise ReleaseError(
            f"grew while it was read; a release may have {MAX_BYTES / 1e6:.0f} MB at most"
        )
    return data


def digest(data: bytes) -> str:
    """What tells one version of a file from another: SHA-256 of its bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def parse(data: bytes, release_id: str) -> Release:
    """Read the bytes of a release. Raises `ReleaseError` where they are no plain text."""
    text = normalise(decode(data))
    if all(char.isspace() or unicodedata.category(char) == "Cf" for char in text):
        raise ReleaseError("is empty")  # but for marks that no reader sees
    parts = structure.read(text)
    title = parts.title or release_id.rpartition("/")[2]
    return Release(release_id, text, title, digest(data), parts.sections, parts.dateline)
