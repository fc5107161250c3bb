"""Figures in, bytes out: charts, tables, documents."""
