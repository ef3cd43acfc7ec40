"""What the raw files tell of one territory, a folder a topic."""
