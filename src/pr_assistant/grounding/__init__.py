"""What holds words against the release; it fails closed.

`cite` and `lost` are for slices of a release, `Verifier` (in `verifying`) for sentences that a
language model wrote about it.
"""

from __future__ import annotations

from pr_assistant.grounding.citing import cite, lost

__all__ = ["cite", "lost"]
