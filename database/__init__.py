"""What is known, and how it may be asked. All SQL of the atlas is in this room."""
