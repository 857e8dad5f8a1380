"""What employers pay for the treatments."""
