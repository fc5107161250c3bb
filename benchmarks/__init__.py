"""Measurements, side by side in one run; never part of the tests."""

from storage.database import Store
from storage.sealing.ring import Ring

# what is measured seals as the program does, by a key that guards nothing
Store.ring = Ring([bytes(32)])
