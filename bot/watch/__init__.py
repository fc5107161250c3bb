"""It says when it is silent: what is wrong with the program is told, once, and once more when it is over."""
