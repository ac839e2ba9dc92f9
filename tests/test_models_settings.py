"""The settings of a language model: keys, packages, names; and the budget of its prompt."""

from __future__ import annotations

import hashlib
import socket
from pathlib import Path

import pytest
from pydantic import SecretStr

from pr_assistant.errors import UsageError
from pr_assistant.generation import budget, providers
from pr_assistant.settings import load, model_key

KEY = "sk-planted-7391-never-to-be-seen"


@pytest.fixture
def cold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty cache of tiktoken, and no way to the network."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something reached for the network")

    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    budget.counter.cache_clear()
    return tmp_path


class TestKeys:
    def test_come_from_the_environment_and_show_nowhere(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PR_ASSISTANT_MODEL_KEY", KEY)
        settings = load(model="openai:x")
        key = model_key(settings)
        assert key is not None
        assert key.get_secret_value() == KEY
        assert KEY not in f"{key!r}{settings!r}"

    def test_come_from_a_file_that_only_its_owner_reads(self, tmp_path: Path) -> None:
        path = tmp_path / "key"
        path.write_text(f"{KEY}\n", "utf-8")
        path.chmod(0o600)
        key = model_key(load(model_key_file=path))
        assert key is not None
        assert key.get_secret_value() == KEY
        for mode in (0o640, 0o604, 0o644):
            path.chmod(mode)
            with pytest.raises(UsageError, match="chmod 600"):
                model_key(load(model_key_file=path))

    @pytest.mark.parametrize("content", ["", "two words", "\n"])
    def test_are_one_word(self, tmp_path: Path, content: str) -> None:
        path = tmp_path / "key"
        path.write_text(content, "utf-8")
        path.chmod(0o600)
        with pytest.raises(UsageError, match="no key"):
            model_key(load(model_key_file=path))

    def test_in_a_project_file_are_refused(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "pr-assistant.toml").write_text(f'model_key = "{KEY}"', "utf-8")
        monkeypatch.chdir(tmp_path)
        with pytest.raises(UsageError) as caught:
            load()
        assert KEY not in str(caught.value)

    def test_of_another_program_are_not_sent_to_an_address(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        model = providers.open_model("openai:x", "http://127.0.0.1:9/v1", None, 5)
        secret: SecretStr = model.openai_api_key  # type: ignore[attr-defined]
        assert secret.get_secret_value() != KEY


class TestNames:
    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("gpt", "no provider"),
            ("nonsense:x", "nonsense"),
            ("anthropic:claude", "pip install 'pr-assistant\\[anthropic\\]'"),
            ("ollama:x", "pip install 'pr-assistant\\[ollama\\]'"),
            ("openai:gpt-4o", "wants a key"),
        ],
    )
    def test_that_cannot_be_used_say_what_to_do(
        self, name: str, words: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("OPENAI_API_KEY", raising=False)
        with pytest.raises(UsageError, match=words):
            providers.open_model(name, None, None, 5)

    @pytest.mark.parametrize("name", ["openai:qwen2:7b", "qwen2:7b", "plain"])
    def test_of_a_server_may_have_a_colon(self, name: str) -> None:
        model = providers.open_model(name, "http://127.0.0.1:9/v1", None, 5)
        assert model.model_name == name.removeprefix("openai:")  # type: ignore[attr-defined]


class TestBudget:
    def test_is_estimated_without_the_vocabulary(self, cold: Path) -> None:
        count = budget.counter()
        assert count is budget.estimate
        assert count("Huawei has approximately 208,000 employees.") >= 10
        assert count("<|endoftext|>") > 0

    @pytest.mark.parametrize("content", [b"", b"garbled"])
    def test_is_estimated_where_it_is_garbled(self, cold: Path, content: bytes) -> None:
        name = "https://openaipublic.blob.core.windows.net/encodings/o200k_base.tiktoken"
        path = cold / hashlib.sha1(name.encode()).hexdigest()
        path.write_bytes(content)
        assert budget.counter() is budget.estimate
        assert path.read_bytes() == content

    def test_waits_for_nobody(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """Where tiktoken would fetch its vocabulary from, somebody accepts and never answers."""
        monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
        budget.counter.cache_clear()
        with socket.create_server(("127.0.0.1", 0)) as silent:
            silent.settimeout(0.2)
            for name in ("http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"):
                monkeypatch.setenv(name, f"http://127.0.0.1:{silent.getsockname()[1]}")
            assert budget.counter()("Who signed?") > 0
            with pytest.raises(TimeoutError):
                silent.accept()
