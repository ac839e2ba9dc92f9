"""The web page: two panes, a conversation beside the release it is about."""
