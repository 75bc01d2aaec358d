"""Supervisors: of children that are known, of children that come and go, of one for each partition."""
