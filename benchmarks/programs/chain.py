"""The plain LangChain chain of the tutorials: split, embed, store in Chroma; open it and ask."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda
from langchain_huggingface import HuggingFaceEmbeddings


def build(model: str, store: str, corpus: Path) -> int:
    """Fill `store` with the files of `corpus`; returns how many pieces they became."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
    files = [Document(path.read_text("utf-8")) for path in sorted(corpus.glob("*.txt"))]
    pieces = splitter.split_documents(files)
    embeddings = HuggingFaceEmbeddings(model_name=model)
    Chroma.from_documents(pieces, embeddings, persist_directory=store)
    return len(pieces)


def ask(model: str, store: str, question: str) -> str:
    """The pieces nearest to the question, as one text."""
    embeddings = HuggingFaceEmbeddings(model_name=model)
    retriever = Chroma(persist_directory=store, embedding_function=embeddings).as_retriever()
    chain = retriever | RunnableLambda(_join)
    return str(chain.invoke(question))


def _join(found: list[Document]) -> str:
    return "\n\n".join(document.page_content for document in found)


if __name__ == "__main__":
    what, model, store, given = sys.argv[1:]
    if what == "build":
        print(json.dumps({"pieces": build(model, store, Path(given))}))
    else:
        print(json.dumps({"found": ask(model, store, given)}))
