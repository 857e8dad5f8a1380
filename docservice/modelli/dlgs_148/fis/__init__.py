"""The papers of the cheque of the FIS and of the bilateral funds."""
