"""How the reader's weights are made: data, model, training, scores, export.

`make train-reader` runs it whole; `python -m training.reader.train --help` tells the steps.
"""
