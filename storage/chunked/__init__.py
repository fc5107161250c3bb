"""Attachments in the database, for several machines that share nothing else."""
