"""The cheque of the FIS and of the bilateral funds: who has it, for what, how long; its sworn report."""
