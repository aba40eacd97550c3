import ArabicText
import TextLayout

/// A file among those that are open, as the list tells of it.
package struct OpenFile: Hashable, Sendable {
  /// How far it is read.
  package enum Condition: Hashable, Sendable {
    /// Nobody has looked at it yet.
    case unread
    /// It is read so far, in per cent.
    case read(percent: Int)
    /// It could not be opened.
    case failed
  }

  /// The name to show.
  package var name: String
  /// How far it is read.
  package var condition: Condition

  /// A file.
  package init(name: String, condition: Condition) {
    self.name = name
    self.condition = condition
  }
}

/// The files that were named when the program was started, in that order.
package struct OpenFiles: Hashable, Sendable {
  /// All of them.
  package var files: [OpenFile]
  /// The one that is being read.
  package var current: Int

  /// The files `files`.
  package init(files: [OpenFile] = [], current: Int = 0) {
    self.files = files
    self.current = current
  }
}

extension ReaderState {
  /// Takes in what files are open; this reader shows ``OpenFiles/current``.
  package mutating func list(_ files: OpenFiles) { self.files = files }

  /// Asks for the file `count` further on, or before, if there is one.
  mutating func openFile(by count: Int) -> [Effect] {
    guard files.files.count > 1 else {
      notice = Notice(.onlyFile)
      return []
    }
    let next = files.current + count
    guard files.files.indices.contains(next) else {
      notice = Notice(count > 0 ? .lastFile : .firstFile)
      return []
    }
    return [.openFile(next)]
  }

  /// Takes over from the reader of another file what a person has chosen for all of them.
  package mutating func takeChoices(of other: ReaderState) {
    keepingPlace { state in
      state.size = other.size
      state.appearance = other.appearance
      state.keymap = other.keymap
      state.matching = other.matching
      state.history = other.history
      state.themeNames = other.themeNames
      state.pane.takeChoices(of: other.pane)
    }
  }

  /// The reader of the same file after its text has become that of `document`.
  ///
  /// The place, the ways back and the marks are carried over by what stands around them; what was
  /// selected and found is not.
  package func continued(with document: Document) -> ReaderState {
    let change = TextChange(from: self.document.text, to: document.text)
    var next = self
    next.document = document
    next.layouts = LayoutCache(document.text)
    next.directions = ParagraphDirections()
    next.marks = Marks()
    next.progress = .notStarted
    next.selection = nil
    next.pane.forgetDocument()
    next.focus = .article
    next.search = nil
    next.filter = nil
    next.isFiltering = false
    next.forwardJumps = []
    next.prompt = nil
    next.card = nil
    next.palette = nil
    next.drag = nil
    next.chooser = nil
    next.pending = nil
    next.count = nil
    next.notice = nil
    next.jumps = jumps.map { Jump(change.offset($0.place)) }
    next.placeMarks = placeMarks.mapValues { change.offset($0) }
    let place = change.offset(place)
    next.top = RowPosition(paragraph: document.text.paragraph(at: .zero), row: 0)
    next.top = min(next.row(showing: place), next.lowestTop)
    return next
  }
}
