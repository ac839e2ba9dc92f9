"""Files of a corpus folder → releases: what counts as one, and what is refused by name."""

from __future__ import annotations

import hashlib
import os
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from pr_assistant.errors import ReleaseError, UsageError
from pr_assistant.models import PassedOver, Release
from pr_assistant.releases import MAX_BYTES, CorpusFile, digest, parse, read_bytes, scan


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Acme opens a plant, says {name}.", "utf-8")


def only(folder: Path) -> CorpusFile:
    (file,), failures = scan(folder)
    assert failures == []
    return file


def test_releases_are_the_txt_and_md_files_at_any_depth_in_order(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a.md", "2025/c.TXT", "v1.0 launch.txt", "a/b/c/d.txt")
    put(tmp_path, "e.pdf", "f.docx", "g", ".hidden.txt", ".git/h.txt", "i.txt~", "j.txt.bak")
    (tmp_path / "folder.txt").mkdir()
    files, failures = scan(tmp_path)
    assert sorted(one.path for one in failures) == ["e.pdf", "f.docx"]
    assert all(isinstance(one, PassedOver) for one in failures)
    assert sorted(file.release_id for file in files) == [
        "2025/c",
        "a",
        "a/b/c/d",
        "b",
        "v1.0 launch",
    ]
    assert files == scan(tmp_path)[0]
    assert {file.name for file in files} >= {"2025/c.TXT", "a.md"}
    assert all(file.path.is_file() and file.size > 0 and file.mtime_ns > 0 for file in files)


def test_two_files_that_would_be_one_release_are_not_taken_for_one(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "a.txt", "b.txt")
    files, (failure,) = scan(tmp_path)
    assert [file.name for file in files] == ["a.md", "b.txt"]
    assert failure.path == "a.txt"
    assert "a.md" in failure.reason


def test_an_empty_folder_has_no_releases_and_a_missing_one_is_an_error(tmp_path: Path) -> None:
    assert scan(tmp_path) == ([], [])
    with pytest.raises(UsageError, match="nowhere"):
        scan(tmp_path / "nowhere")
    put(tmp_path, "a.txt")
    with pytest.raises(UsageError, match="--corpus"):
        scan(tmp_path / "a.txt")


def test_a_link_that_leads_nowhere_is_named_and_stops_no_other_file(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    (file,), (failure,) = scan(tmp_path)
    assert (file.release_id, failure.path) == ("a", "b.txt")
    assert "cannot be read" in failure.reason


def test_a_link_to_a_folder_is_named_and_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "corpus/a.txt", "elsewhere/b.txt")
    (tmp_path / "corpus/2024").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "corpus/loop").symlink_to(tmp_path / "corpus")
    (tmp_path / "corpus/.git").symlink_to(tmp_path / "elsewhere")
    files, failures = scan(tmp_path / "corpus")
    assert [file.name for file in files] == ["a.txt"]
    assert sorted(failure.path for failure in failures) == ["2024", "loop"]
    assert all("not followed" in failure.reason for failure in failures)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_release_and_is_never_waited_for(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    assert [file.release_id for file in scan(tmp_path)[0]] == ["a"]


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX only")
def test_a_name_that_is_no_text_is_refused_and_stops_no_other_file(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("Acme", "utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    files, (failure,) = scan(tmp_path)
    assert [file.release_id for file in files] == ["a"]
    failure.path.encode("utf-8")


def test_a_file_is_read_up_to_the_largest_size_and_not_beyond(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * MAX_BYTES)
    assert len(read_bytes(only(tmp_path))) == MAX_BYTES
    os.truncate(path, 50_000_000)
    with pytest.raises(ReleaseError, match="50 MB"):
        read_bytes(only(tmp_path))


def test_a_file_that_grew_since_it_was_listed_is_not_read_whole(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    listed = only(tmp_path)
    os.truncate(listed.path, 50_000_000)
    with pytest.raises(ReleaseError, match="5 MB"):
        read_bytes(listed)


def test_a_file_that_vanished_or_cannot_be_read_is_a_release_error(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    listed = only(tmp_path)
    listed.path.unlink()
    with pytest.raises(ReleaseError, match="vanished"):
        read_bytes(listed)
    with pytest.raises(ReleaseError, match="cannot be read"):
        read_bytes(listed._replace(name=""))


def test_a_release_knows_the_digest_of_its_bytes_and_not_of_its_text() -> None:
    data = "\ufeffAcme opens a plant.\r\n".encode()
    release = parse(data, "2025/acme")
    assert release.sha256 == digest(data) == hashlib.sha256(data).hexdigest()
    assert release.text == "Acme opens a plant.\n"
    assert digest(release.text.encode()) != release.sha256


def test_a_release_without_a_headline_is_called_by_its_file() -> None:
    text = "LONDON, 3 May 2024 – Acme Holdings today opened a plant that makes pumps for wells."
    assert parse(text.encode(), "2025/acme-opens").title == "acme-opens"


def test_a_release_never_changes(release: Release) -> None:
    with pytest.raises(FrozenInstanceError):
        release.text = "Other words."  # type: ignore[misc]


@pytest.mark.parametrize("text", ["\u200b", "\ufeff\u200b\u200d \n\u2060", "\u00ad\n\n\u200e"])
def test_a_text_that_nobody_can_see_is_empty(text: str) -> None:
    with pytest.raises(ReleaseError, match="empty"):
        parse(text.encode(), "a")
