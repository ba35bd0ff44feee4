"""The story corpus: its stories, its guide, its checker and its loader."""
