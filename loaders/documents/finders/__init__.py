"""`Document` → findings: one module a field."""
