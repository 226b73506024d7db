"""Which lines are page furniture, and why."""
