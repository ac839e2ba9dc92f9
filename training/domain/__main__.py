"""``python -m training.domain``: write the synthetic releases."""

from training.domain.generate import main

if __name__ == "__main__":
    main()
