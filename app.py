"""Bring the index up to date with the corpus and open the web page: `python app.py`."""

from __future__ import annotations

import sys


def main() -> int:
    """Serve the page until Ctrl-C. Returns the exit code."""
    print("pr_assistant: reading the corpus …", file=sys.stderr, flush=True)
    from pr_assistant import settings
    from pr_assistant.bootstrap import build_index
    from pr_assistant.database import FILE
    from pr_assistant.errors import PrAssistantError
    from pr_assistant.ui.launch import launch

    try:
        chosen = settings.load()
        try:
            for failure in build_index(chosen).failures:
                print(f"pr_assistant: {failure.path}: {failure.reason}", file=sys.stderr)
        except PrAssistantError as error:
            if not (chosen.index / FILE).exists():
                raise
            print(f"pr_assistant: {error}", file=sys.stderr)  # an earlier index may still do
        launch(chosen)
    except PrAssistantError as error:
        print(f"pr_assistant: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
