"""Answers in prose by any language model that LangChain reaches; every sentence is verified."""
