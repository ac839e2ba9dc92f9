"""Where a setting comes from, which source wins, and what a wrong value says."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from pr_assistant.errors import UsageError
from pr_assistant.settings import DEFAULT_MODEL, PROJECT_FILE, load


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and no setting in the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PR_ASSISTANT_CACHE", raising=False)
    return tmp_path


def test_defaults_need_nothing() -> None:
    settings = load()
    assert (settings.corpus, settings.index) == (Path("corpus"), Path("index"))
    assert settings.embedding_model == DEFAULT_MODEL
    assert (settings.host, settings.port) == ("127.0.0.1", 7860)
    assert "pr-assistant" in settings.cache.parts


def test_flag_wins_over_environment_over_project_file_over_default(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert load().top_k == 6
    (project / PROJECT_FILE).write_text('top_k = 7\ncorpus = "news"\nport = 8001\n', "utf-8")
    assert load().top_k == 7
    monkeypatch.setenv("PR_ASSISTANT_TOP_K", "8")
    monkeypatch.setenv("PR_ASSISTANT_PORT", "8002")
    assert load().top_k == 8
    assert load(top_k=9).top_k == 9
    assert load(top_k=None).top_k == 8
    settings = load(top_k=9)
    assert (settings.port, settings.corpus, settings.index) == (8002, Path("news"), Path("index"))


@pytest.mark.parametrize(
    ("name", "value"),
    [("port", "eighty"), ("port", "0"), ("port", "65536"), ("top_k", "0"), ("top_k", "51")],
)
@pytest.mark.parametrize("source", ["flag", "environment", "file"])
def test_a_wrong_setting_is_named_whatever_source_it_comes_from(
    source: str, name: str, value: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {name: value} if source == "flag" else {}
    if source == "environment":
        monkeypatch.setenv(f"PR_ASSISTANT_{name.upper()}", value)
    if source == "file":
        (project / PROJECT_FILE).write_text(f'{name} = "{value}"\n', "utf-8")
    with pytest.raises(UsageError, match=name) as error:
        load(**given)
    assert PROJECT_FILE in str(error.value)


@pytest.mark.parametrize(
    ("name", "value"), [("port", "eighty"), ("port", "65536"), ("top_k", "51")]
)
def test_the_message_says_what_the_wrong_value_was(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"PR_ASSISTANT_{name.upper()}", value)
    with pytest.raises(UsageError, match=value):
        load()


def test_all_wrong_values_are_named_at_once() -> None:
    with pytest.raises(UsageError, match=r"top_k.*port"):
        load(port=0, top_k=0)


@pytest.mark.parametrize("name", ["corpus", "index", "port", "embedding_model"])
def test_an_empty_variable_is_as_good_as_none(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`PR_ASSISTANT_CORPUS= pr-assistant …` must not index the working folder."""
    expected = load()
    monkeypatch.setenv(f"PR_ASSISTANT_{name.upper()}", "")
    assert load() == expected


def test_a_setting_that_does_not_exist_is_refused(project: Path) -> None:
    with pytest.raises(UsageError, match="corpsu"):
        load(corpsu="news")
    (project / PROJECT_FILE).write_text('corpsu = "news"\n', "utf-8")
    with pytest.raises(UsageError, match="corpsu"):
        load()


@pytest.mark.parametrize("content", [b"corpus = news", b"[", b"\xff\xfe\x00"])
def test_a_garbled_project_file_is_a_usage_error(project: Path, content: bytes) -> None:
    (project / PROJECT_FILE).write_bytes(content)
    with pytest.raises(UsageError, match=PROJECT_FILE):
        load()


def test_settings_never_change() -> None:
    settings = load()
    with pytest.raises(ValidationError):
        settings.port = 1
