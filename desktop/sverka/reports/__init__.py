"""Writes a comparison for people and for programs, each form in a module `FORM_report` by `write`.

`write(comparison, path, options, remarks)` writes the report whole or not at all; OSError passes,
and what else goes wrong is a WriteError with a sentence. `json_forms` is the form for programs.
"""
