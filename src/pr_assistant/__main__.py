"""`python -m pr_assistant` is `pr-assistant`."""

from pr_assistant.cli import main

main()
