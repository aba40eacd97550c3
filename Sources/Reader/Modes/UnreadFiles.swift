import Interface

/// The files of a reading room that could not be read, each with its reason, over the whole screen.
struct UnreadFiles: ScrolledPage {
  private let files: [UnreadFile]
  var scroll = RowScroll()

  /// The list of `files`.
  init(_ files: [UnreadFile]) { self.files = files }

  func told(in state: ReaderState) -> [ToldText] {
    let heading = ToldText(
      text: state.string(.headingUnread, .number(files.count)), role: .paneHeading)
    return [heading]
      + files.flatMap { file in
        [ToldText(text: Label.fileName(file.path), role: .help)]
          + file.reasons.map { ToldText(text: state.string($0), role: .error) }
      }
  }
}
