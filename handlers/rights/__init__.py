"""What becomes of somebody's data: asked for, shown, corrected, kept for its time, erased."""
