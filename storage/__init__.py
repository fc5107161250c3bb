"""Memory: tables, one transaction a handler, the outbox, the journal, migrations."""
