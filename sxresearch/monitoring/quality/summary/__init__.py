"""The quality of an observation table at a glance: complete, plausible, consistent, on time; and what was revised."""
