"""Speed, memory and size of the atlas, measured on invented worlds of any size."""
