extension OfficeText {
  /// The words from here on lead to `target`.
  mutating func beginLink(_ target: String) {
    addSpace()
    levels[top].link = (length, target)
  }

  /// They do so up to here.
  mutating func endLink() {
    closeLink()
    levels[top].link = nil
  }

  mutating func closeLink() {
    let end = length
    guard let link = levels[top].link, link.start < end else { return }
    levels[top].paragraph?.links.append(.init(range: link.start..<end, target: link.target))
  }

  /// The length of the paragraph so far, in bytes of UTF-8.
  private var length: Int { levels[top].paragraph?.bytes.count ?? 0 }
}
