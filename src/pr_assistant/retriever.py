"""The search of an index behind LangChain's retriever interface."""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from pr_assistant.models import ScoredPassage
from pr_assistant.retrieval import HybridSearch


class HybridRetriever(BaseRetriever):
    """Gives passages as LangChain documents, with their offsets in the metadata."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    hybrid: HybridSearch

    def search(self, question: str) -> list[ScoredPassage]:
        """The passages with their scores, as `HybridSearch.search` gives them."""
        return self.hybrid.search(question)

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        return [
            Document(
                id=str(found.passage.number),
                page_content=found.passage.text,
                metadata={
                    "release_id": found.passage.release_id,
                    "section": found.passage.section,
                    "start": found.passage.start,
                    "end": found.passage.end,
                    "score": found.score,
                },
            )
            for found in self.search(query)
        ]
