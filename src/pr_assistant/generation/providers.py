"""The one place that knows providers: setting → chat model; their faults → plain words."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from importlib.util import find_spec
from time import time
from typing import TYPE_CHECKING, Any

from pr_assistant.errors import UsageError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from pydantic import SecretStr

EXTRAS = {
    "openai": "langchain_openai",
    "anthropic": "langchain_anthropic",
    "ollama": "langchain_ollama",
}
"""Providers that have an extra of their own, and its package."""

MAX_TOKENS = 1_500
"""Tokens that a model may write."""

_NO_KEY = "none"
"""What is sent to a server of the user's own that wants no key."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a model could not be used, in plain words, and whether trying again makes sense."""

    why: str
    temporary: bool = False
    wait: float | None = None
    """Seconds that the provider asks to wait."""


def open_model(name: str, url: str | None, key: SecretStr | None, timeout: float) -> BaseChatModel:
    """The chat model called "provider:model"; with `url` a model of an OpenAI-compatible server.

    Raises `UsageError` that names the package that is missing or what is wrong with the name.
    A key of the environment's own (OPENAI_API_KEY) is not sent to `url`: it is for somebody else.
    Nor is anything sent to where that server would have it go.
    """
    provider, model = _parted(name, url)
    if not provider:
        raise UsageError(
            f"The model {name!r} has no provider. Name it as provider:model, for example"
            " openai:gpt-4o-mini, or give the address of its server as model_url."
        )
    package = EXTRAS.get(provider)
    if package and find_spec(package) is None:
        raise UsageError(
            f"The provider {provider!r} needs a package that is not installed. Run:"
            f" pip install 'pr-assistant[{provider}]'"
        )
    given: dict[str, Any] = {"temperature": 0, "timeout": timeout, "max_retries": 0}
    given["max_tokens" if provider != "ollama" else "num_predict"] = MAX_TOKENS
    if provider == "ollama":
        given = {k: v for k, v in given.items() if k not in ("timeout", "max_retries")}
        given["client_kwargs"] = {"timeout": timeout, "follow_redirects": False}
    if url:
        given["base_url"] = url
    if url or key:
        given["api_key"] = key.get_secret_value() if key else _NO_KEY
    if url and provider == "openai":
        from openai import DefaultHttpxClient

        given["use_responses_api"] = False
        given["http_client"] = DefaultHttpxClient(follow_redirects=False)
    if provider == "ollama":
        given.pop("api_key", None)
    warnings.filterwarnings("ignore", "Pydantic serializer warnings")  # they show what was sent
    from langchain.chat_models import init_chat_model

    try:
        opened: BaseChatModel = init_chat_model(model, model_provider=provider, **given)
        return opened
    except ImportError as error:
        found = re.search(r"pip install ([\w-]+)", str(error))
        command = f" Run: pip install {found[1]}" if found else ""
        raise UsageError(
            f"The provider {provider!r} needs a package that is missing.{command}"
        ) from None
    except Exception as error:  # each provider has its own; none may show a key
        if _wants_key(error):
            raise UsageError(
                f"The provider {provider!r} wants a key. Set PR_ASSISTANT_MODEL_KEY, or"
                " model_key_file to a file that only you can read."
            ) from None
        raise UsageError(
            f"The model {name!r} cannot be set up ({type(error).__name__}). Name it as"
            " provider:model, with a provider that LangChain knows."
        ) from None


def _parted(name: str, url: str | None) -> tuple[str, str]:
    """Provider, "" where there is none, and model; that of a local server may have a colon, too."""
    provider, colon, model = name.partition(":")
    if url and provider not in EXTRAS:
        return "openai", name
    return (provider, model) if colon else ("", name)


def _wants_key(error: Exception) -> bool:
    return bool(re.search(r"api[_ ]?key|credential", str(error), re.IGNORECASE))


def explain(error: BaseException, name: str) -> Failure:
    """What went wrong, without a word of the provider's own: it may hold the key or the prompt."""
    status = _status(error)
    kind = " ".join(_kinds(error))
    if status in (401, 403):
        return Failure("the provider refused the key; check PR_ASSISTANT_MODEL_KEY")
    if status == 404:
        return Failure(f"the provider knows no model {name!r}; check its name and model_url")
    if status == 429:
        why = "the provider has had too many requests, or no credit is left"
        return Failure(why, True, _retry_after(error))
    if status is not None and 300 <= status < 400:
        return Failure(f"the server sends requests elsewhere (HTTP {status}); check model_url")
    if status in (408, 409, 425) or (status is not None and status >= 500):
        return Failure(f"the provider has a fault (HTTP {status})", True, _retry_after(error))
    if status is not None:
        return Failure(f"the provider refused the request (HTTP {status})")
    if "Timeout" in kind or isinstance(error, TimeoutError):
        return Failure("the provider did not answer in time", True)
    if "RemoteProtocol" in kind or "ReadError" in kind or "Incomplete" in kind:
        return Failure("the connection was cut while the model wrote", True)
    if type(error).__name__ == "APIError":  # an event that tells of a fault
        return Failure("the provider reports a fault", True)
    if ("Connect" in kind and "Decoding" not in kind) or isinstance(error, OSError):
        return Failure("the provider cannot be reached; check model_url and the network", True)
    return Failure(f"what the provider sent cannot be read ({type(error).__name__})", True)


def _kinds(error: BaseException | None) -> Iterator[str]:
    """The names of an error and of what it came from."""
    for _ in range(_DEPTH):
        if error is None:
            return
        yield type(error).__name__
        error = error.__cause__ or error.__context__


_DEPTH = 6


def _status(error: BaseException) -> int | None:
    found = getattr(error, "status_code", None)
    if found is None:
        found = getattr(getattr(error, "response", None), "status_code", None)
    return found if isinstance(found, int) else None


def _retry_after(error: BaseException) -> float | None:
    headers = getattr(getattr(error, "response", None), "headers", None)
    written = headers.get("retry-after") if isinstance(headers, Mapping) else None
    if not written:
        return None
    try:
        return max(0.0, float(written))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(written).timestamp() - time())
    except (ValueError, TypeError):
        return None
