"""What has changed since: answers of a year before, or of an earlier run, beside those of today, and why."""
