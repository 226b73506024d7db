"""What opens over the window: questions, choices, help; and what is asked before writing."""
