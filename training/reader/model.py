"""The reader's network: the MiniLM encoder with four numbers for each word piece.

`start`, `end`: that an answer starts or ends here; at [CLS], that this passage has none.
`inside`: that the piece belongs to an answer (for answers of several spans).
`evidence`: that the piece belongs to the sentence that answers; at [CLS], that the passage does.
"""

from __future__ import annotations

from pathlib import Path

import torch
from transformers import BertModel

HEADS = ("start", "end", "inside", "evidence")


class ReaderNetwork(torch.nn.Module):
    """Word pieces of question and passage → logits of shape (rows, pieces, 4), as in `HEADS`."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        self.heads = torch.nn.Linear(encoder.config.hidden_size, len(HEADS))

    @classmethod
    def pretrained(cls, folder: Path, dropout: float = 0.0) -> ReaderNetwork:
        """The encoder of a sentence-transformers model, with untrained heads."""
        encoder = BertModel.from_pretrained(
            str(folder),
            add_pooling_layer=False,
            hidden_dropout_prob=dropout,
            attention_probs_dropout_prob=dropout,
        )
        network = cls(encoder)
        encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        return network

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        hidden = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        logits: torch.Tensor = self.heads(hidden)
        return logits
