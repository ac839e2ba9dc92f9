"""Measures that a language model judges (RAGAS, Es et al. 2024): an optional extra, off by default.

The only module here that knows chat models; `ragas_scorer` is the only place that knows RAGAS.
"""

from __future__ import annotations

import logging
import math
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pr_assistant.embedding import Embedder
from pr_assistant.errors import ProviderError, UsageError
from pr_assistant.evaluation.outcomes import Outcome

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

BATCH = 16
"""Answers that are judged at a time."""

INSTALL = "pip install --constraint constraints.txt --editable '.[judge]'"
"""Without the constraints pip looks for versions that fit for hours."""


@dataclass(frozen=True, slots=True)
class Sample:
    """An answer to judge: the texts it cites are what it has to follow from."""

    question: str
    answer: str
    cited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Scores in [0, 1]; None where the judge gave none that can be read."""

    faithfulness: float | None
    """The share of the answer's statements that follow from what it cites."""
    relevancy: float | None
    """How near the question is to those that the answer would answer (mean cosine of three)."""


Scorer = Callable[[Sequence[Sample]], Sequence[Verdict]]
Progress = Callable[[str, float, float], None]


def with_verdicts(outcomes: Sequence[Outcome], score: Scorer, progress: Progress) -> list[Outcome]:
    """The outcomes, those that were answered with their verdicts. Raises what `score` raises."""
    answered = [at for at, o in enumerate(outcomes) if o.answer.status == "answered"]
    judged = list(outcomes)
    for start in range(0, len(answered), BATCH):
        places = answered[start : start + BATCH]
        verdicts = score([_sample(outcomes[at]) for at in places])
        for at, verdict in zip(places, verdicts, strict=True):
            judged[at] = replace(
                outcomes[at], faithfulness=verdict.faithfulness, relevancy=verdict.relevancy
            )
        progress("Judging", len(places), len(answered))
    return judged


def _sample(outcome: Outcome) -> Sample:
    answer = outcome.answer
    cited = tuple(citation.quote for citation in answer.citations)
    return Sample(answer.standalone_question, answer.answer, cited)


def verdict(scores: Mapping[str, float]) -> Verdict:
    """A row of RAGAS, which has NaN where the judge's reply could not be read."""
    faithfulness, relevancy = scores["faithfulness"], scores["answer_relevancy"]
    return Verdict(_known(faithfulness), _known(relevancy))


def _known(score: float) -> float | None:
    # A cosine may be below 0, or a rounding error above 1.
    return None if math.isnan(score) else min(max(float(score), 0.0), 1.0)


def chat_model(name: str) -> BaseChatModel:
    """The judge, by LangChain's name ("openai:gpt-5-mini"); its key comes from the environment.

    Raises `UsageError` if it cannot be set up: an unknown name, no key, no integration package.
    """
    from langchain.chat_models import init_chat_model

    try:
        return init_chat_model(name, temperature=0)
    except Exception as error:
        raise UsageError(
            f"The judge {name!r} cannot be set up ({_line(error)}). Name it as provider:model, set"
            " the provider's key in the environment, and install LangChain's package for it."
        ) from error


def ragas_scorer(chat: Callable[[], BaseChatModel], embedder: Embedder) -> Scorer:
    """Scores answers by RAGAS with the model `chat` gives, and our own embedder for relevancy.

    Raises `UsageError` if RAGAS is not installed, and what `chat` raises; the scorer raises
    `ProviderError`.
    """
    os.environ["RAGAS_DO_NOT_TRACK"] = "true"  # it reports every evaluation to its makers
    try:
        from langchain_core.callbacks import BaseCallbackHandler
        from langchain_core.embeddings import Embeddings
        from ragas import EvaluationDataset, RunConfig, evaluate
        from ragas.embeddings import LangchainEmbeddingsWrapper
        from ragas.llms import LangchainLLMWrapper
        from ragas.metrics import Faithfulness, ResponseRelevancy
    except ImportError as error:
        raise UsageError(f"--judge needs an extra that is not installed: {INSTALL}") from error
    logging.getLogger("ragas").setLevel(logging.CRITICAL)  # what it warns of, n tells
    model = chat()

    class OwnEmbeddings(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return [list(map(float, vector)) for vector in embedder.embed(texts)]

        def embed_query(self, text: str) -> list[float]:
            return self.embed_documents([text])[0]

    class Failures(BaseCallbackHandler):
        """RAGAS turns a failing provider and a reply it cannot read alike into NaN."""

        last: BaseException | None = None

        def on_llm_error(self, error: BaseException, **_: Any) -> None:
            self.last = error

    def score(samples: Sequence[Sample]) -> list[Verdict]:
        dataset = EvaluationDataset.from_list(
            [
                {"user_input": s.question, "response": s.answer, "retrieved_contexts": [*s.cited]}
                for s in samples
            ]
        )
        failures = Failures()
        result = evaluate(
            dataset,
            metrics=[Faithfulness(), ResponseRelevancy()],
            llm=LangchainLLMWrapper(model),
            embeddings=LangchainEmbeddingsWrapper(OwnEmbeddings()),
            run_config=RunConfig(max_retries=3, timeout=120),
            callbacks=[failures],
            show_progress=False,
        )
        verdicts = [verdict(row) for row in result.scores]
        if failures.last and any(None in (v.faithfulness, v.relevancy) for v in verdicts):
            raise ProviderError(
                f"The judge failed ({_line(failures.last)}). Check its key, name and quota, and"
                " try again."
            ) from failures.last
        return verdicts

    return score


def _line(error: BaseException) -> str:
    lines = str(error).splitlines()
    return f"{type(error).__name__}: {lines[0][:200]}" if lines else type(error).__name__
