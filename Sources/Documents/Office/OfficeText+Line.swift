import ArabicText

extension OfficeText {
  /// A line, which is a whole paragraph where it has no break.
  struct Line {
    var bytes: [UInt8] = []
    var kind: DocumentStructure.Block.Kind?
    var links: [HTMLBlock.Link] = []
    /// What stands before it and is none of its words: a number, or a bullet.
    var marker: String?

    /// The line with its number among its words, for where no list shows it.
    var numbered: Line {
      guard let marker, marker != OfficeText.bullet else { return self }
      return prefixed(with: marker)
    }

    /// These words behind `prefix`.
    func prefixed(with prefix: String) -> Line {
      let bytes = Array(prefix.utf8)
      var line = self
      line.marker = nil
      line.bytes = bytes + line.bytes
      line.links = links.map { $0.moved(by: bytes.count) }
      return line
    }
  }

  /// What stands before an item without a number.
  static let bullet = "• "
}
