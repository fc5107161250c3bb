"""One file a messenger: reading what comes in, sending what goes out."""
