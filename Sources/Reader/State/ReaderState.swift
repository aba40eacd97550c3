import ArabicText
import Interface
import Screen

/// Everything that decides what the reader shows and does next: a value.
///
/// ``update(_:_:)`` is the only way it changes; ``screen(of:)`` is what it looks like. It is made of
/// what belongs to the person, to the document, and to what the keys are for at the moment.
package struct ReaderState: Sendable {
  /// What the person has chosen, for all documents.
  package var preferences: Preferences
  /// The document that is read.
  package internal(set) var article: DocumentState
  /// What the keys are for: reading, and what was opened over it.
  package internal(set) var modes: ModeStack
  /// The size of the terminal.
  package internal(set) var size: Size
  /// A message in the status line, until the next key.
  package internal(set) var notice: Notice?
  /// What has happened meanwhile and was not told yet, as something open over the article has the line.
  var news: Notice?
  /// The files that are open beside this one.
  package internal(set) var files: OpenFiles
  /// The rows of the side pane, remembered.
  let paneLists: PaneListCache

  /// The reader at the start of `document`.
  package init(document: Document, size: Size, preferences: Preferences = Preferences()) {
    self.preferences = preferences
    self.size = size
    article = DocumentState(document)
    modes = ModeStack()
    notice = nil
    news = nil
    files = OpenFiles()
    paneLists = PaneListCache()
  }

  /// How text becomes lines and colours.
  package var appearance: Appearance {
    get { preferences.appearance }
    set { preferences.appearance = newValue }
  }

  /// Which key does what.
  var keymap: Keymap { preferences.keymap }

  /// The language of the interface.
  var language: Language { preferences.appearance.language }

  /// The text of the document.
  var text: DecodedText { article.document.text }
}

extension ReaderState {
  /// Takes over from the reader of another file what belongs to the person and to the terminal.
  package mutating func adoptChoices(of other: ReaderState) {
    keepingPlace { state in
      state.size = other.size
      state.preferences = other.preferences
    }
    leaveUnseenPane()
  }

  /// Shows a message until the next key; where something open has the line, once that is closed.
  package mutating func notify(_ notice: Notice) {
    self.notice = notice
    news = isTold(notice) ? nil : notice
  }

  /// Tells what has happened meanwhile, where there is room for it now.
  mutating func tellNews() {
    guard let news else { return }
    let before = notice
    if notice == nil { notice = news }
    if isTold(news) {
      self.news = nil
    } else {
      notice = before
      // What a key has done says what to do now; that something was selected before does not matter any more.
      if modes.open.isEmpty, news.isOfSelection { self.news = nil }
    }
  }
}
