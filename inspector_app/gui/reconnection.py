"""Tells when the network comes back, so that what waits need not wait for the timer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

__all__ = ["Reconnection"]

_SETTLE_MS = 2_000
"""A network that has just come up often has no route yet."""


class Reconnection(QObject):
    """Watches what the operating system says about the network. Knows nothing of any server.

    Where the system says nothing, nothing is told, and the timer alone decides.

    Signals:
        reconnected(): the network was away and has been back for two seconds.
    """

    reconnected = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._away = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.reconnected)

    def begin(self) -> None:
        """Begin to watch; call when the window stands."""
        # Late: QtNetwork and its backend cost 40 ms that the first frame does not need.
        from PySide6.QtNetwork import QNetworkInformation

        if not QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
            return
        network = QNetworkInformation.instance()
        self.note(
            online=network.reachability() is not QNetworkInformation.Reachability.Disconnected
        )
        network.reachabilityChanged.connect(self._on_reachability_changed)

    def note(self, *, online: bool) -> None:
        """The network is there, or it is not."""
        if not online:
            self._away = True
            self._settle.stop()
        elif self._away:
            self._away = False
            self._settle.start()

    def _on_reachability_changed(self, reachability: object) -> None:
        from PySide6.QtNetwork import QNetworkInformation  # late: loaded by `begin`

        self.note(online=reachability is not QNetworkInformation.Reachability.Disconnected)
