"""What people and programs see: the command line, the brief, the exports. Nothing below imports from here."""
