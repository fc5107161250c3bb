"""Stand-in servers that speak the messengers' real HTTP, and the tests of those servers."""
