"""Documents made of figures: figures and words in, bytes out; loaded by the process that draws them alone."""
