"""Will it be met: verdicts, warnings, pace and attainment rates."""
