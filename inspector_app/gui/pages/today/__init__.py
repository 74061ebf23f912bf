"""今日: what is to be done, the most urgent first."""
