"""The brief: composed once as a typed value, rendered as text, Markdown, HTML or JSON. No pin, no line."""
