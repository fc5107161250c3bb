"""Which department should answer a text, and which cases are alike."""
