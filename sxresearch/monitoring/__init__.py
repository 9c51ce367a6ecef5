"""What was measured: monitoring data, checked against the register on the way in."""
