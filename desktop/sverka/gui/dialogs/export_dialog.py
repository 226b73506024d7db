"""The dialog in which a user chooses what goes into a report, and sees how much that is."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sverka.gui.plumbing.export_choice import FORMS, ExportChoice
from sverka.gui.plumbing.window_language import _, current, ngettext
from sverka.language import LANGUAGES
from sverka.model import Category, Comparison
from sverka.reports.report_options import Paper, Section, is_listed
from sverka.review import Remark
from sverka.wording import category_name


def form_name(form: str) -> str:
    """What a format is called."""
    return {
        "docx": _("Word document"),
        "html": _("Web page"),
        "xlsx": _("Spreadsheet"),
        "pdf": _("PDF"),
        "json": _("JSON"),
        "redline": _("Document with tracked changes"),
    }[form]


def section_name(section: Section) -> str:
    """What a section is called."""
    return {
        Section.SUMMARY: _("Summary in sentences"),
        Section.COUNTS: _("Table of counts"),
        Section.MAP: _("Picture of where the changes are"),
        Section.CHANGES: _("Every change"),
        Section.FINDINGS: _("Findings"),
        Section.REPEATS: _("Repeats"),
        Section.NOTICES: _("Notices"),
        Section.REDLINE: _("Full text as redline"),
        Section.COLUMNS: _("Full text in two columns"),
    }[section]


class ExportDialog(QDialog):
    """`preview_asked` is the ExportChoice to show; `presets_changed` all kept under a name."""

    preview_asked = Signal(object)
    presets_changed = Signal(object)

    def __init__(
        self,
        comparison: Comparison,
        remarks: tuple[tuple[int, Remark], ...],
        choice: ExportChoice,
        presets: Mapping[str, ExportChoice],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Export report"))
        self._comparison = comparison
        self._remarked = frozenset(number for number, _said in remarks)
        self._presets = dict(presets)
        self.preset, self.form = QComboBox(self), QComboBox(self)
        self.language, self.paper = QComboBox(self), QComboBox(self)
        self.reviewer = QLineEdit(self)
        self.reviewed = QCheckBox(_("Only changes with a state or a note"), self)
        self.opened = QCheckBox(_("Open it when it is written"), self)
        self.sections, self.categories = _checks(self), _checks(self)
        self.counted = QLabel(self)
        self.counted.setWordWrap(True)
        self.counted.setAccessibleName(_("What goes in"))
        self._fill()
        self._arrange()
        self.show_choice(choice)
        self._connect()

    @property
    def choice(self) -> ExportChoice:
        """What is chosen now."""
        return ExportChoice(
            form=self.form.currentData(),
            sections=tuple(Section(value) for value in _checked(self.sections)),
            only=tuple(Category(value) for value in _checked(self.categories)),
            reviewed=self.reviewed.isChecked(),
            language=self.language.currentData(),
            paper=Paper(self.paper.currentData()),
            reviewer=self.reviewer.text().strip(),
            opened=self.opened.isChecked(),
        )

    def show_choice(self, choice: ExportChoice) -> None:
        """Choose as `choice` says."""
        self.form.setCurrentIndex(self.form.findData(choice.form))
        self.language.setCurrentIndex(max(0, self.language.findData(choice.language)))
        self.paper.setCurrentIndex(self.paper.findData(choice.paper.value))
        self.reviewer.setText(choice.reviewer)
        self.reviewed.setChecked(choice.reviewed)
        self.opened.setChecked(choice.opened)
        _check(self.sections, {section.value for section in choice.sections})
        _check(self.categories, {category.value for category in choice.only})
        self._count()

    def keep_preset(self, name: str) -> None:
        """Keep what is chosen under a name."""
        self._presets[name] = self.choice
        self._show_presets(name)
        self.presets_changed.emit(dict(self._presets))

    def forget_preset(self) -> None:
        """Forget the preset that is chosen."""
        name = self.preset.currentData()
        if name in self._presets:
            del self._presets[name]
            self._show_presets("")
            self.presets_changed.emit(dict(self._presets))

    def _fill(self) -> None:
        for form in FORMS:
            self.form.addItem(form_name(form), form)
        self.language.addItem(_("As the window"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        for paper, name in ((Paper.A4, "A4"), (Paper.LETTER, "Letter")):
            self.paper.addItem(name, paper.value)
        for section in Section:
            _add_check(self.sections, section_name(section), section.value)
        counts = self._comparison.statistics.by_category
        for category in Category:
            if counts.get(category):
                words = f"{category_name(category, current())}  {counts[category]}"
                _add_check(self.categories, words, category.value)
        self._show_presets("")

    def _arrange(self) -> None:
        presets = QHBoxLayout()
        keep, forget = QPushButton(_("Keep as…"), self), QPushButton(_("Forget"), self)
        keep.clicked.connect(self._ask_name)
        forget.clicked.connect(self.forget_preset)
        presets.addWidget(self.preset, 1)
        presets.addWidget(keep)
        presets.addWidget(forget)
        form = QFormLayout()
        form.addRow(_("Preset:"), presets)
        form.addRow(_("Format:"), self.form)
        form.addRow(_("Language:"), self.language)
        form.addRow(_("Paper:"), self.paper)
        form.addRow(_("Reviewed by:"), self.reviewer)
        lists = QHBoxLayout()
        for title, checks in (
            (_("What goes in"), self.sections),
            (_("Only changes in (none chosen: all)"), self.categories),
        ):
            group = QGroupBox(title, self)
            checks.setAccessibleName(title)
            QVBoxLayout(group).addWidget(checks)
            lists.addWidget(group, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        export = buttons.addButton(_("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        export.setProperty("role", "primary")
        self.preview = buttons.addButton(_("Preview"), QDialogButtonBox.ButtonRole.ActionRole)
        self.preview.setToolTip(_("Shows the report as a page in the browser"))
        buttons.accepted.connect(self.accept)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addLayout(form)
        rows.addLayout(lists, 1)
        for widget in (self.reviewed, self.opened, self.counted, buttons):
            rows.addWidget(widget)
        self.resize(620, 620)

    def _connect(self) -> None:
        self.preset.currentIndexChanged.connect(self._take_preset)
        self.form.currentIndexChanged.connect(self._count)
        self.reviewed.toggled.connect(self._count)
        self.sections.itemChanged.connect(self._count)
        self.categories.itemChanged.connect(self._count)
        self.preview.clicked.connect(lambda: self.preview_asked.emit(self.choice))

    def _show_presets(self, chosen: str) -> None:
        self.preset.blockSignals(True)
        self.preset.clear()
        self.preset.addItem(_("None"), "")
        for name in sorted(self._presets):
            self.preset.addItem(name, name)
        self.preset.setCurrentIndex(max(0, self.preset.findData(chosen)))
        self.preset.blockSignals(False)

    def _take_preset(self) -> None:
        chosen = self._presets.get(self.preset.currentData())
        if chosen is not None:
            self.show_choice(chosen)

    def _ask_name(self) -> None:
        name, agreed = QInputDialog.getText(self, _("Keep as…"), _("Name of the preset:"))
        if agreed and name.strip():
            self.keep_preset(name.strip())

    def _count(self) -> None:
        """Say in a sentence what goes in, so that nobody has to try."""
        choice = self.choice
        whole = choice.form in ("json", "redline")
        for checks in (self.sections, self.categories):
            checks.setEnabled(not whole)
        self.reviewed.setEnabled(not whole)
        if choice.form == "redline":
            self.counted.setText(
                _("The document itself, with all changes as tracked changes of Word, verified.")
            )
            return
        if whole:
            self.counted.setText(_("JSON always has the whole comparison, with states and notes."))
            return
        changes = self._comparison.changes
        options = choice.options
        listed = sum(is_listed(n, c, options, self._remarked) for n, c in enumerate(changes, 1))
        listed = listed if Section.CHANGES in choice.sections else 0
        said = ngettext(
            "{listed} of {count} change is listed",
            "{listed} of {count} changes are listed",
            len(changes),
        ).format(listed=listed, count=len(changes))
        noted = ngettext(
            "{count} with a state or a note", "{count} with a state or a note", len(self._remarked)
        ).format(count=len(self._remarked))
        self.counted.setText(f"{said}, {noted}.")


def _checks(parent: QWidget) -> QListWidget:
    made = QListWidget(parent)
    made.setMinimumHeight(190)
    return made


def _add_check(checks: QListWidget, words: str, value: str) -> None:
    item = QListWidgetItem(words, checks)
    item.setData(Qt.ItemDataRole.UserRole, value)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Unchecked)


def _check(checks: QListWidget, values: set[str]) -> None:
    for row in range(checks.count()):
        item = checks.item(row)
        chosen = item.data(Qt.ItemDataRole.UserRole) in values
        item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)


def _checked(checks: QListWidget) -> list[str]:
    items = (checks.item(row) for row in range(checks.count()))
    return [
        item.data(Qt.ItemDataRole.UserRole)
        for item in items
        if item.checkState() is Qt.CheckState.Checked
    ]
