"""What can happen: one file an actor, one function a use case."""
