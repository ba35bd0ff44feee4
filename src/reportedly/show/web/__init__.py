"""The pages: server-rendered, every cell a link to its sentence, nothing loaded from elsewhere."""
