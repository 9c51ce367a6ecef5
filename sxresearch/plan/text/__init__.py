"""Is every statement of the printed plan accounted for?"""
