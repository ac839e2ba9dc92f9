"""Train the reader: `python -m training.reader.train --data FILE… --output DIR`.

Seeded and resumable: a checkpoint is kept every few minutes, and the same command goes on from it.
`log.jsonl` in the output folder has the loss and the scores on held questions. Some 8 questions a
second on two cores, hundreds on a GPU with cores beside it that make batches.
"""

from __future__ import annotations

import argparse
import json
import os
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
from training.reader.batches import Batch
from training.reader.groups import Sampler
from training.reader.loss import loss
from training.reader.model import ReaderNetwork
from training.reader.sources import load
from training.reader.stream import PART, Parts, parts_from

HEADS_FASTER = 6.0
"""The heads, which begin from nothing, learn at so many times the encoder's rate."""
WARM_UP = 0.06
"""Share of the questions in which the learning rate rises to its peak; it falls to 0 afterwards."""
WEIGHT_DECAY = 0.01
CLIP = 1.0
CHECKPOINT_SECONDS = 480.0
CHECKED = 300
"""Held questions of each kind of source that are asked at a checkpoint and at the end."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is made with; a checkpoint of other options is refused."""

    data: tuple[str, ...]
    start: str
    questions: int
    pieces: int
    rate: float
    dropout: float
    seed: int


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", nargs="+", type=Path, required=True, metavar="FILE.jsonl.gz")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--start", type=Path, help="weights.pt of another run, or a reader.onnx, to start from"
    )
    parser.add_argument("--questions", type=int, default=60_000, help="(%(default)s)")
    parser.add_argument(
        "--pieces", type=int, default=3072, help="word pieces a batch (%(default)s)"
    )
    parser.add_argument("--rate", type=float, default=1.5e-4, help="peak of it (%(default)s)")
    parser.add_argument("--dropout", type=float, default=0.0, help="(%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="(%(default)s)")
    parser.add_argument(
        "--bfloat16",
        action="store_true",
        help="multiply in 16 bits: 1.4 times as fast where the processor can",
    )
    on_gpu = torch.cuda.is_available()
    parser.add_argument("--device", default="cuda" if on_gpu else "cpu", help="(%(default)s)")
    parser.add_argument(
        "--workers", type=int, default=min(8, os.cpu_count() or 1) if on_gpu else 0,
        help="processes that make batches (%(default)s)",
    )  # fmt: skip
    given = parser.parse_args()
    check_default_model()
    options = Options(
        tuple(path.name for path in given.data),
        given.start.parent.name if given.start else "",
        given.questions,
        given.pieces,
        given.rate,
        given.dropout,
        given.seed,
    )
    given.output.mkdir(parents=True, exist_ok=True)
    machine = Machine(torch.device(given.device), given.bfloat16, given.workers)
    Run(options, machine, given.data, given.start, given.output).train()


@dataclass(frozen=True, slots=True)
class Machine:
    """What it runs on; makes no difference to what is learnt, but for rounding and, of another kind
    of device, what drops out."""

    device: torch.device
    bfloat16: bool
    workers: int


class Run:
    """One run of training, with its state in `output`."""

    def __init__(
        self,
        options: Options,
        machine: Machine,
        data: list[Path],
        start: Path | None,
        output: Path,
    ) -> None:
        self._options, self._machine, self._output = options, machine, output
        self._checkpoint = output / "checkpoint.pt"
        self._tokenizer = Tokenizer.from_file(str(default_model_folder() / "tokenizer.json"))
        torch.manual_seed(options.seed)
        self._network = ReaderNetwork.pretrained(default_model_folder(), options.dropout)
        if start and start.suffix == ".onnx":
            shipped.load(self._network, start)
        elif start:
            self._network.load_state_dict(torch.load(start, map_location="cpu", weights_only=True))
        self._network.to(machine.device)
        self._parts = Parts(
            Sampler(load(data, "train"), options.seed),
            options.questions, self._tokenizer, options.pieces, options.seed,
        )  # fmt: skip
        self._held = load(data, "held")
        encoder = [one for one in self._network.encoder.parameters() if one.requires_grad]
        heads = list(self._network.heads.parameters())
        self._optimiser = torch.optim.AdamW(
            [
                {"params": encoder, "lr": options.rate},
                {"params": heads, "lr": options.rate * HEADS_FASTER},
            ],
            weight_decay=WEIGHT_DECAY,
            fused=True,
        )
        self._rates = [group["lr"] for group in self._optimiser.param_groups]

    def train(self) -> None:
        """Every question once, from the last checkpoint on."""
        done = self._resume()
        self._network.train()
        kept, recent = time.monotonic(), []
        parts = parts_from(self._parts, done, self._machine.workers)
        with tqdm(total=self._options.questions, initial=done * PART, unit="question") as bar:
            for part in range(done, len(self._parts)):
                torch.manual_seed(self._options.seed + part)  # what drops out, also when resumed
                made, values = next(parts), []
                for number, batch in enumerate(made):
                    share = (part + number / len(made)) / len(self._parts)
                    values.append(self._step(batch, share))
                    bar.update(len(batch.rows))
                if values:  # none where all its questions were too long
                    recent.append(float(torch.stack(values).mean()))
                    bar.set_postfix(loss=f"{recent[-1]:.3f}")
                if time.monotonic() - kept > CHECKPOINT_SECONDS:
                    self._keep(part + 1, recent)
                    kept, recent = time.monotonic(), []
        torch.save(self._network.state_dict(), self._output / "weights.pt")
        self._log(len(self._parts), recent)

    def _step(self, batch: Batch, done: float) -> torch.Tensor:
        """Learn from a batch; `done` is the share of all parts before it."""
        batch = batch.to(self._machine.device)
        pieces = (batch.input_ids, batch.attention_mask, batch.token_type_ids)
        with torch.autocast(
            self._machine.device.type, torch.bfloat16, enabled=self._machine.bfloat16
        ):
            logits = self._network(*pieces)
        value = loss(logits.float(), batch)
        for group, rate in zip(self._optimiser.param_groups, self._rates, strict=True):
            group["lr"] = rate * min((done + 1e-4) / WARM_UP, (1 - done) / (1 - WARM_UP))
        self._optimiser.zero_grad()
        value.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), CLIP)
        self._optimiser.step()
        return value.detach()

    def _resume(self) -> int:
        if not self._checkpoint.exists():
            return 0
        state: dict[str, Any] = torch.load(
            self._checkpoint, map_location=self._machine.device, weights_only=True
        )
        if state["options"] != json.dumps(asdict(self._options)):
            raise SystemExit(f"{self._checkpoint} is of another run: name another --output.")
        self._network.load_state_dict(state["network"])
        self._optimiser.load_state_dict(state["optimiser"])
        return int(state["done"])

    def _keep(self, done: int, recent: list[float]) -> None:
        state = {
            "options": json.dumps(asdict(self._options)),
            "network": self._network.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "done": done,
        }
        half = self._checkpoint.with_suffix(".half")
        torch.save(state, half)
        half.replace(self._checkpoint)
        self._log(done, recent)

    def _log(self, done: int, recent: list[float]) -> None:
        """One line: the mean loss since the last one, and scores on held questions by source."""
        asked = self._options.questions
        line: dict[str, Any] = {"questions": min(done * PART, asked), "of": asked}
        line["loss"] = round(sum(recent) / len(recent), 4) if recent else None
        self._network.eval()
        draw = random.Random(0)
        for name in ("public", "domain", "written"):
            held = [one for one in self._held.asked if one.made == name]
            held = draw.sample(held, min(CHECKED, len(held)))
            if held:
                logits = scores.of_network(self._network)
                found = scores.held(self._held, held, self._tokenizer, logits)
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
