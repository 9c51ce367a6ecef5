"""Executing notebooks: kernels started afresh or forked from one that has read everything."""
