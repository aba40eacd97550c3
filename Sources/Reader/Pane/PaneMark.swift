import Annotations
import ArabicAnalysis

extension ReaderState {
  /// The row of the pane that is marked: the selected one while the pane has the keys, else the one of
  /// what is selected in the article, if it stands in the list.
  var markedPaneItem: PaneItem? {
    guard modes.reading.focus != .pane else { return article.pane.selected }
    guard let item = article.pane.selected, let selection = article.selection else { return nil }
    let isSame =
      switch item {
      case .entity(let id), .mention(let id, _):
        selectedEntity.map { article.results.analysis.entities[$0].id } == id
      case .quotation(let id):
        if case .quotation(let span) = selection {
          article.results.quotation(at: span)?.id == id
        } else {
          false
        }
      case .note(let id): article.notes.item(id)?.span == selection.span
      case .speaker(.entity(let id)):
        selectedEntity.map { article.results.analysis.entities[$0].id } == id
      case .speaker, .section: false
      }
    return isSame ? item : nil
  }
}
