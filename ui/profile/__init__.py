"""The profile of one VVG: what is known of it, section by section, each figure with its source."""
