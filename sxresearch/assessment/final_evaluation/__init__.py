"""At the end of a plan: what was met, how the mid-term warnings fared, what the next plan could ask for."""
