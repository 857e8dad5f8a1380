"""D.Lgs. 14 settembre 2015, n. 148: wage integration while the job lasts."""
