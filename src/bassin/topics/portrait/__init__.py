"""What the files tell of any intercommunality: sentences of known kinds, each with its facts."""
