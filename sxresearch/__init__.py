"""sxresearch: will the targets of the Shanxi women and children plans be met?"""
