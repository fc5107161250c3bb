"""What those who oversee see to: directives, cases that may become disputes, investment projects."""
