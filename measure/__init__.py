"""What is measured: gold in, figures out, each with a floor that only rises."""
