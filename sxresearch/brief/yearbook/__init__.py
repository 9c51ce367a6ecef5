"""The yearbook: the annual monitoring tables (监测统计资料), one book for each plan."""
