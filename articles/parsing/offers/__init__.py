"""What a text offers an editor and nobody takes for a fact: headlines and tags."""
