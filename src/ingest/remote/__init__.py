"""Folders that are URLs: raw objects, documents as objects, the catalog's working copy here, the lock there.

Nothing of this is imported for folders of this machine. What may be relied on stands in docs/adr/0007.
"""
