"""Qt's own words, as those of its file dialog, in the language of the program."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

_NAME = "QtWords"
_NEAREST = {"ky": "ru"}
"""Qt has no Kyrgyz; the Russian that readers of Kyrgyz know stands in for it."""


def speak_in_qt(application: QCoreApplication, code: str) -> None:
    """Let Qt speak the language `code`; English, which it is written in, needs nothing."""
    for former in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(former)
        former.deleteLater()
    code = _NEAREST.get(code, code)
    words = QTranslator(application)
    words.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if code != "en" and words.load(f"qtbase_{code}", folder):
        application.installTranslator(words)
    else:
        words.deleteLater()
