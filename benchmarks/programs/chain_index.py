"""`Chroma.from_documents` over the texts of a JSON file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings

if __name__ == "__main__":
    model, store, texts = sys.argv[1:]
    documents = [Document(text) for text in json.loads(Path(texts).read_text("utf-8"))]
    embeddings = HuggingFaceEmbeddings(model_name=model)
    Chroma.from_documents(documents, embeddings, persist_directory=store)
    print(json.dumps({"passages": len(documents)}))
