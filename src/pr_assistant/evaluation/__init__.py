"""Measure answers: cases, measures, runner, report. How to use it: evals/README.md."""
