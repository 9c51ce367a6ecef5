"""What earlier runs worked out and made, taken over where it still holds."""
