import ArabicText

/// Gathers the lines of an office document while its tree is walked.
///
/// What stands inside a paragraph and is none of its words (a text box) comes before it; the cells of a row
/// stand on one line where each is a paragraph at most; notes come at the end, under the number that stands
/// where they are called.
struct OfficeText {
  /// Where lines go: the text itself, a row, a cell, what stands in a paragraph.
  private struct Level {
    var lines: [Line] = []
    /// Of a row, its cells.
    var cells: [[Line]] = []
    /// The paragraph that is open, which what is on the next level stands inside of.
    var paragraph: Line?
    var hasSpace = false
    var link: (start: Int, target: String)?
  }

  private var levels = [Level()]
  /// What was in a paragraph whose end was deleted: it goes on with the next one.
  private var carried: Line?

  /// The lines that were gathered.
  private var allLines: [Line] {
    levels[0].lines + [carried].compactMap(\.self).filter { !$0.bytes.isEmpty }
  }

  private var top: Int { levels.count - 1 }

  // MARK: Paragraphs

  /// Begins a paragraph.
  ///
  /// - Parameters:
  ///   - kind: what it is; `nil` for running text.
  ///   - marker: what stands before it.
  mutating func beginParagraph(_ kind: DocumentStructure.Block.Kind?, marker: String? = nil) {
    var line = carried ?? Line()
    carried = nil
    // Of two that became one, what the second is stays.
    line.kind = kind
    line.marker = marker
    levels[top].paragraph = line
    levels[top].hasSpace = false
    levels[top].link = nil
  }

  /// Whether a paragraph is open, so that another one stands beside its words.
  var isInParagraph: Bool { levels[top].paragraph != nil }

  /// Ends the paragraph.
  ///
  /// - Parameter isJoined: whether its end was deleted, so that the next one goes on with it.
  mutating func endParagraph(isJoined: Bool = false) {
    if isJoined, carried == nil, var line = levels[top].paragraph {
      if levels[top].hasSpace { line.bytes.append(0x20) }
      carried = line
    } else {
      flush()
    }
    levels[top].paragraph = nil
  }

  /// Ends the line inside a paragraph.
  mutating func breakLine() {
    guard let paragraph = levels[top].paragraph else { return }
    let link = levels[top].link
    // A number stands before the first words: Word puts a break of the page before those of a heading.
    let isEmpty = paragraph.bytes.allSatisfy { $0 == 0x20 }
    if isEmpty { closeLink() } else { flush() }
    levels[top].hasSpace = false
    levels[top].paragraph = Line(kind: paragraph.kind, marker: isEmpty ? paragraph.marker : nil)
    levels[top].link = link.map { (0, $0.target) }
  }

  /// Adds words to the paragraph, with one space for several.
  mutating func add(_ text: ArraySlice<UInt8>) {
    guard levels[top].paragraph != nil else { return }
    for byte in HTMLSpace.collapsible(text) {
      if byte == 0x20 {
        levels[top].hasSpace = true
        continue
      }
      addSpace()
      levels[top].paragraph?.bytes.append(byte)
    }
  }

  /// Adds a word or a sign.
  mutating func add(_ text: String) { add(Array(text.utf8)[...]) }

  /// The length of the paragraph so far, in bytes of UTF-8.
  private var length: Int { levels[top].paragraph?.bytes.count ?? 0 }

  private mutating func addSpace() {
    if levels[top].hasSpace, let last = levels[top].paragraph?.bytes.last, last != 0x20 {
      levels[top].paragraph?.bytes.append(0x20)
    }
    levels[top].hasSpace = false
  }

  private mutating func flush() {
    closeLink()
    guard var line = levels[top].paragraph else { return }
    while line.bytes.last == 0x20 { line.bytes.removeLast() }
    levels[top].hasSpace = false
    if line.bytes.isEmpty {
      // A cell may hold a number alone.
      guard top > 0, let marker = line.marker, marker != Self.bullet else { return }
      levels[top].lines.append(Line(bytes: Array(marker.utf8.dropLast())))
    } else {
      if case .item = line.kind {} else { line = line.numbered }
      levels[top].lines.append(line)
    }
  }

  // MARK: Links

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

  private mutating func closeLink() {
    let end = length
    guard let link = levels[top].link, link.start < end else { return }
    levels[top].paragraph?.links.append(.init(range: link.start..<end, target: link.target))
  }

  // MARK: Levels

  /// Begins a cell, a row, or what stands beside the words.
  mutating func open() {
    flushCarried()
    levels.append(Level())
  }

  private mutating func flushCarried() {
    if let carried, !carried.bytes.isEmpty { levels[top].lines.append(carried) }
    carried = nil
  }

  /// Ends what stands beside the words: its lines come before those of the paragraph around it.
  mutating func closeBeside() {
    guard let level = close() else { return }
    levels[top].lines += level.lines
  }

  /// Ends a cell of the row around it.
  mutating func closeCell() {
    guard let level = close() else { return }
    levels[top].cells.append(level.lines)
  }

  /// Ends a row: one line where its cells have one at most, else all lines one by one.
  mutating func closeRow() {
    guard let level = close() else { return }
    let cells = level.cells.filter { !$0.isEmpty }
    let rest = level.lines
    guard cells.count > 1, cells.allSatisfy({ $0.count == 1 && $0[0].kind != .row }) else {
      levels[top].lines += cells.flatMap(\.self) + rest
      return
    }
    var row = Line(kind: .row)
    for cell in cells {
      if !row.bytes.isEmpty { row.bytes += Array(" | ".utf8) }
      let words = cell[0].numbered
      row.links += words.links.map { $0.moved(by: row.bytes.count) }
      row.bytes += words.bytes
    }
    levels[top].lines += [row] + rest
  }

  private mutating func close() -> Level? {
    guard levels.count > 1 else { return nil }
    flush()
    flushCarried()
    return levels.popLast()
  }

  /// Adds the lines of the note `number` at the end.
  mutating func appendNote(_ number: Int, _ note: OfficeText) {
    var lines = note.allLines
    guard !lines.isEmpty else { return }
    lines[0] = lines[0].numbered.prefixed(with: "[\(number)] ")
    flushCarried()
    levels[0].lines += lines
  }

  // MARK: The end

  /// Writes all lines to `text`.
  func write(to text: inout ExtractedText) {
    for line in allLines {
      text.append(line.bytes, line.kind, links: line.links, marker: line.marker)
    }
  }
}
