"""Did the course of an indicator change when the plan began, or where a measure began earlier?"""
