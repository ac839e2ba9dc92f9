"""The least a question needs: embed it with ONNX Runtime, look it up in Chroma. No framework."""

from __future__ import annotations

import json
import sys

import chromadb
import numpy as np
import onnxruntime
from tokenizers import Tokenizer


def ask(model: str, store: str, question: str) -> list[str]:
    """Ids of the passages nearest to the question in the generation folder `store`."""
    session = onnxruntime.InferenceSession(
        f"{model}/model.onnx", providers=["CPUExecutionProvider"]
    )
    tokenizer = Tokenizer.from_file(f"{model}/tokenizer.json")
    tokenizer.no_padding()
    ids = np.array([tokenizer.encode(question).ids], np.int64)
    vectors = session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0]
    collection = chromadb.PersistentClient(store).get_collection("passages", None, None)
    return collection.query(query_embeddings=vectors, n_results=6, include=[])["ids"][0]


if __name__ == "__main__":
    print(json.dumps({"found": ask(*sys.argv[1:])}))
