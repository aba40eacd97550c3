import Interface

/// What the status line says.
struct StatusContent {
  /// A part of it.
  struct Part {
    var text: String
    /// What a click on it does.
    var link: Command?
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

  init(
    _ parts: [Part], end: String = "", ground: Role = .status, under: Role? = nil,
    isError: Bool = false
  ) {
    self.parts = parts
    self.end = end
    self.ground = ground
    self.under = under
    self.isError = isError
  }

  /// One sentence.
  init(_ text: String, end: String = "", ground: Role = .status, under: Role? = nil) {
    self.init([Part(text: text)], end: end, ground: ground, under: under)
  }
}

extension ReaderState {
  /// What the uppermost mode that has something to say says, else the article.
  var statusContent: StatusContent {
    for mode in modes.open.reversed() { if let status = mode.status(self) { return status } }
    return readingStatus
  }
}
