"""What the window shows, as plain data; knows no toolkit, and is tested without one."""
