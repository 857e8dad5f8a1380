"""The call of an authority: what one law alone has is refused under another."""

from __future__ import annotations

import pytest

from docservice.formati.lettura import DatiIlleggibili
from docservice.service import atto, esempio


@pytest.mark.parametrize("regime", ["dlgs-148", "deroga-2009"])
def test_the_administrative_phase_is_of_collective_dismissals_alone(regime: str) -> None:
    with pytest.raises(DatiIlleggibili) as told:
        atto("convocazione", esempio("convocazione") | {"regime": regime, "oggetto": "fase_amministrativa"})
    assert [one.percorso for one in told.value.errori] == ["/oggetto"]
    assert atto("convocazione", esempio("convocazione") | {"regime": "l-223", "oggetto": "fase_amministrativa"})
