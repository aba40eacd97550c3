import Interface
import Screen

/// What the status line says.
struct StatusLineText {
  /// A part of it.
  struct Part {
    var text: String
    /// What a click on it does.
    var link: Command?
    /// The key that a click on it presses.
    var key: Key?
    /// The UTF-8 bytes at the start of the text that name that key.
    var keyLength = 0
  }

  /// What stands at the start, from left to right or right to left as the language runs.
  var parts: [Part]
  /// What stands at the far end.
  var end: String
  /// What it is drawn on.
  var ground: Role
  /// What lies below the ground.
  var under: Role?
  /// Whether something went wrong.
  var isError: Bool
  /// Whether all of it has to be seen, in as many rows as it takes.
  var isWhole: Bool

  /// What is said in `parts`; what is asked or typed has to be seen whole.
  init(
    _ parts: [Part], end: String = "", ground: Role = .status, under: Role? = nil,
    isError: Bool = false, isWhole: Bool? = nil
  ) {
    self.parts = parts
    self.end = end
    self.ground = ground
    self.under = under
    self.isError = isError
    self.isWhole = isWhole ?? (ground == .prompt)
  }

  /// One sentence.
  init(
    _ text: String, end: String = "", ground: Role = .status, under: Role? = nil,
    isWhole: Bool? = nil
  ) {
    self.init([Part(text: text)], end: end, ground: ground, under: under, isWhole: isWhole)
  }

  /// A question and the keys that answer it.
  init(
    _ question: String, answers: [Hint], in state: ReaderState, end: String = "",
    ground: Role = .prompt
  ) {
    self.init(
      [Part(text: question)] + answers.map { Part($0, in: state) }, end: end, ground: ground,
      isWhole: true)
  }

  /// The keys that answer a question before what is asked, for a line that has no room for more: `?` tells
  /// what they do.
  var withKeysFirst: StatusLineText {
    var short = self
    let answers = parts.filter { $0.key != nil }.map { part in
      var part = part
      part.text = String(decoding: part.text.utf8.prefix(part.keyLength), as: UTF8.self)
      return part
    }
    short.parts = answers + parts.filter { $0.key == nil }
    return short
  }
}

extension StatusLineText.Part {
  /// A key and what it does, which a click on it does, too.
  init(_ hint: Hint, in state: ReaderState) {
    let keys = hint.keys.map { $0.labelInText(in: state.language) }
      .joined(separator: " ")
    self.init(
      text: keys + " " + state.string(hint.label), key: hint.keys.first,
      keyLength: keys.utf8.count)
  }
}

extension ReaderState {
  /// What the uppermost mode that has something to say says, else the article.
  ///
  /// That what was pasted was not taken is told before it.
  var statusContent: StatusLineText {
    guard let status = modeStatus else { return readingStatus }
    guard let notice, notice.phrase.key == .pasteIsNoCommand, !status.tells(notice, in: self)
    else { return status }
    var both = status
    both.parts.insert(StatusLineText.Part(text: string(notice.phrase)), at: 0)
    both.isError = status.isError || notice.isError
    both.isWhole = true
    return both
  }

  /// What the uppermost mode that has something to say says.
  private var modeStatus: StatusLineText? {
    modes.open.reversed().lazy.compactMap { $0.status(self) }.first
  }

  /// Whether a notice is told by what will go on to tell it until a key is pressed for the article: no mode
  /// has the line for itself.
  func isTold(_ notice: Notice) -> Bool {
    arrangement.status.size.rows > 0
      && (modeStatus ?? readingStatus).tells(notice, in: self)
  }
}

extension StatusLineText {
  fileprivate func tells(_ notice: Notice, in state: ReaderState) -> Bool {
    let told = state.string(notice.phrase)
    return parts.contains { $0.text.contains(told) }
  }
}
