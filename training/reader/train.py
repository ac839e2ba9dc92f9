"""Train the reader: `python -m training.reader.train --data FILE… --output DIR`.

Seeded and resumable: a checkpoint is kept every few minutes, and the same command goes on from it.
`log.jsonl` in the output folder has the loss and the scores on held questions. Some 8 questions a
second on two cores.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from tqdm import tqdm

from pr_assistant.exporting import check_default_model, default_model_folder
from training.reader import scores, shipped
from training.reader.batches import Batch, batches
from training.reader.groups import Sampler
from training.reader.loss import loss
from training.reader.model import ReaderNetwork
from training.reader.sources import load

PEAK_RATE, HEAD_RATE = 1.5e-4, 1e-3
WARM_UP = 0.06
"""Share of the steps in which the learning rate rises to its peak; it falls to 0 afterwards."""
WEIGHT_DECAY = 0.01
CLIP = 1.0
CHECKPOINT_SECONDS = 480.0
CHECKED = 300
"""Held questions of each kind of source that are asked at a checkpoint."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is made with; a checkpoint of other options is refused."""

    data: tuple[str, ...]
    start: str
    questions: int
    pieces: int
    seed: int
    frozen: int
    rate: float


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", nargs="+", type=Path, required=True, metavar="FILE.jsonl.gz")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--start", type=Path, help="weights.pt of another run, or a reader.onnx, to start from"
    )
    parser.add_argument("--questions", type=int, default=100_000, help="(%(default)s)")
    parser.add_argument(
        "--pieces", type=int, default=3072, help="word pieces a batch (%(default)s)"
    )
    parser.add_argument(
        "--stop", type=int, help="end after so many batches (default: all that the questions make)"
    )
    parser.add_argument(
        "--cool-down",
        type=int,
        default=0,
        metavar="BATCHES",
        help="within the last so many the learning rate falls to 0 from wherever it is",
    )
    parser.add_argument("--seed", type=int, default=1, help="(%(default)s)")
    parser.add_argument(
        "--bfloat16",
        action="store_true",
        help="multiply in 16 bits: 1.4 times as fast where the processor can",
    )
    parser.add_argument(
        "--frozen",
        type=int,
        default=0,
        metavar="LAYERS",
        help="leave so many of the lower layers, and all embeddings, as they are (%(default)s)",
    )
    parser.add_argument(
        "--rate", type=float, default=1.0, help="share of the usual learning rates (%(default)s)"
    )
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    check_default_model()
    options = Options(
        tuple(path.name for path in given.data),
        given.start.parent.name if given.start else "",
        given.questions,
        given.pieces,
        given.seed,
        given.frozen,
        given.rate,
    )
    given.output.mkdir(parents=True, exist_ok=True)
    end = End(given.stop, given.cool_down)
    Run(options, given.data, given.start, given.output, end, given.bfloat16).train()


@dataclass(frozen=True, slots=True)
class End:
    """Where a run ends early, which may be decided while it runs."""

    stop: int | None
    cool_down: int

    def share(self, step: int) -> float:
        """What is left of the learning rate at a batch, beside the fall over all batches."""
        if self.stop is None or not self.cool_down:
            return 1.0
        return min(1.0, max(0.0, (self.stop - step) / self.cool_down))


class Run:
    """One run of training, with its state in `output`."""

    def __init__(
        self,
        options: Options,
        data: list[Path],
        start: Path | None,
        output: Path,
        end: End,
        bfloat16: bool,
    ) -> None:
        self._options, self._output, self._bfloat16 = options, output, bfloat16
        self._checkpoint = output / "checkpoint.pt"
        self._tokenizer = Tokenizer.from_file(str(default_model_folder() / "tokenizer.json"))
        torch.manual_seed(options.seed)
        self._network = ReaderNetwork.pretrained(default_model_folder())
        if start and start.suffix == ".onnx":
            shipped.load(self._network, start)
        elif start:
            self._network.load_state_dict(torch.load(start, weights_only=True))
        if options.frozen:
            self._network.freeze(options.frozen)
        groups = Sampler(load(data, "train"), options.seed).groups(options.questions)
        self._batches = list(batches(groups, self._tokenizer, options.pieces, options.seed))
        self._held = load(data, "held")
        self._optimiser = torch.optim.AdamW(
            [
                {
                    "params": [p for p in self._network.encoder.parameters() if p.requires_grad],
                    "lr": PEAK_RATE * options.rate,
                },
                {"params": self._network.heads.parameters(), "lr": HEAD_RATE * options.rate},
            ],
            weight_decay=WEIGHT_DECAY,
            fused=True,
        )
        total = len(self._batches)
        self._last = min(total, end.stop or total)
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimiser,
            lambda step: (
                min((step + 1) / (WARM_UP * total + 1), (total - step) / total) * end.share(step)
            ),
        )

    def train(self) -> None:
        """Every batch once, from the last checkpoint on."""
        done = self._resume()
        self._network.train()
        kept, recent = time.monotonic(), []
        with tqdm(total=self._last, initial=done, unit="batch", smoothing=0.02) as bar:
            for step in range(done, self._last):
                recent.append(self._step(self._batches[step]))
                bar.set_postfix(loss=f"{sum(recent[-100:]) / len(recent[-100:]):.3f}")
                bar.update()
                if time.monotonic() - kept > CHECKPOINT_SECONDS:
                    self._keep(step + 1, recent)
                    kept, recent = time.monotonic(), []
        torch.save(self._network.state_dict(), self._output / "weights.pt")
        self._log(self._last, recent, every=10**9)

    def _step(self, batch: Batch) -> float:
        with torch.autocast("cpu", torch.bfloat16, enabled=self._bfloat16):
            logits = self._network(batch.input_ids, batch.attention_mask, batch.token_type_ids)
        value = loss(logits.float(), batch)
        self._optimiser.zero_grad()
        value.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), CLIP)
        self._optimiser.step()
        self._schedule.step()
        return float(value.detach())

    def _resume(self) -> int:
        if not self._checkpoint.exists():
            return 0
        state: dict[str, Any] = torch.load(self._checkpoint, weights_only=True)
        if state["options"] != json.dumps(asdict(self._options)):
            raise SystemExit(f"{self._checkpoint} is of another run: name another --output.")
        self._network.load_state_dict(state["network"])
        self._optimiser.load_state_dict(state["optimiser"])
        self._schedule.load_state_dict(state["schedule"])
        return int(state["done"])

    def _keep(self, done: int, recent: list[float]) -> None:
        state = {
            "options": json.dumps(asdict(self._options)),
            "network": self._network.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "schedule": self._schedule.state_dict(),
            "done": done,
        }
        half = self._checkpoint.with_suffix(".half")
        torch.save(state, half)
        half.replace(self._checkpoint)
        self._log(done, recent, every=CHECKED)

    def _log(self, done: int, recent: list[float], every: int) -> None:
        """One line: the mean loss since the last one, and scores on held questions by source."""
        line: dict[str, Any] = {"batches": done, "of": len(self._batches)}
        line["loss"] = round(sum(recent) / len(recent), 4) if recent else None
        self._network.eval()
        draw = random.Random(0)
        for name in ("public", "domain", "written"):
            asked = [one for one in self._held.asked if one.made == name]
            asked = draw.sample(asked, min(every, len(asked)))
            if asked:
                logits = scores.of_network(self._network)
                found = scores.held(self._held, asked, self._tokenizer, logits)
                line[name] = _summary(found)
        self._network.train()
        with (self._output / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")


def _summary(found: list[scores.Held]) -> dict[str, float]:
    """F1 of every answer given, and both figures at the threshold where they are nearest."""
    points = scores.curve(found)
    even = max(points, key=lambda point: min(point.f1, point.refused))
    return {
        "f1": round(points[0].f1, 1),
        "even_f1": round(even.f1, 1),
        "even_refused": round(even.refused, 1),
        "threshold": round(even.threshold, 2),
    }


if __name__ == "__main__":
    main()
