"""The evaluators' workbench: JupyterLab as users meet it, and what notebooks show beside the brief."""
