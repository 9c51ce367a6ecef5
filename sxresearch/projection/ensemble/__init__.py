"""The default method: level-and-slope models weighted and calibrated by rolling origins."""
