"""The gallery: a page for each scenario, and those that lead to them."""
