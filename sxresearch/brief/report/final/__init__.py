"""The final evaluation: outcomes, the fate of mid-term warnings, lessons, values for the next plan."""
