"""Verdicts as they are published: judged on all figures, shown without what small counts follow from."""
