"""From the corpus to the weights that ship. torch is needed here and nowhere else."""
