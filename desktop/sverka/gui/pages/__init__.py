"""The pages of the window, and the parts of the page that shows a comparison."""
