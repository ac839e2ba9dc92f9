"""Cases + corpus → outcomes, in one process."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pr_assistant import releases
from pr_assistant.assistant import Assistant
from pr_assistant.bootstrap import build_index, open_assistant
from pr_assistant.errors import ReleaseError, UsageError
from pr_assistant.evaluation.cases import Case, faults
from pr_assistant.evaluation.outcomes import Outcome, judge
from pr_assistant.models import Question, Release, Turn
from pr_assistant.releases import CorpusFile
from pr_assistant.settings import Settings

Progress = Callable[[str, float, float], None]


def run(
    cases: Sequence[Case], corpora: Sequence[Path], settings: Settings, progress: Progress
) -> list[Outcome]:
    """Ask every case of an index of its own release (or of the whole corpus), and judge it.

    Raises `UsageError` that lists every fault if the cases do not fit the corpus.
    """
    files = _files(corpora)
    texts = {release_id: _read(file) for release_id, file in files.items()}
    if wrong := faults(cases, texts):
        raise UsageError("The cases do not fit the corpus:\n  " + "\n  ".join(wrong))
    outcomes: dict[str, Outcome] = {}
    for home in dict.fromkeys(case.release for case in cases):
        asked = [case for case in cases if case.release == home]
        with _index_of([files[home]] if home else list(files.values()), settings) as assistant:
            for case in asked:
                outcomes[case.id] = _ask(case, assistant, texts)
                progress("Asking", 1, len(cases))
    return [outcomes[case.id] for case in cases]


def _ask(case: Case, assistant: Assistant, texts: dict[str, Release]) -> Outcome:
    turns = tuple(Turn(question) for question in case.history)
    answer = assistant.invoke(Question(case.question, turns, case.id))
    passages = [found.passage for found in assistant.retriever.search(answer.standalone_question)]
    return judge(case, answer, passages, texts)


def _files(corpora: Sequence[Path]) -> dict[str, CorpusFile]:
    files: dict[str, CorpusFile] = {}
    for corpus in corpora:
        for file in releases.scan(corpus)[0]:
            if file.release_id in files:
                raise UsageError(f"Two releases have the id {file.release_id}; rename one of them.")
            files[file.release_id] = file
    if not files:
        raise UsageError(f"There are no releases in {', '.join(map(str, corpora))}.")
    return files


def _read(file: CorpusFile) -> Release:
    try:
        return releases.parse(releases.read_bytes(file), file.release_id)
    except ReleaseError as error:
        raise UsageError(f"{file.path} {error}.") from error


@contextmanager
def _index_of(files: Sequence[CorpusFile], settings: Settings) -> Iterator[Assistant]:
    """An assistant over these files alone, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="pr-assistant-eval-") as folder:
        corpus = Path(folder, "corpus")
        for file in files:
            target = corpus / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file.path, target)
        own = settings.model_copy(update={"corpus": corpus, "index": Path(folder, "index")})
        build_index(own)
        with open_assistant(own) as assistant:
            yield assistant
