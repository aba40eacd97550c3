import ArabicText

/// Gathers the lines of an office document while its tree is walked.
///
/// What stands inside a paragraph and is none of its words (a text box) comes before it; the cells of a row
/// stand on one line where each is a paragraph at most; notes come at the end, under the number that stands
/// where they are called. A line is put where it stays: no level copies those of the levels inside it.
struct OfficeText {
  /// What is open: the text itself, a row, a cell, what stands in a paragraph.
  struct Level {
    /// How many lines there were where it begins.
    var start = 0
    /// Of a row, how many cells have words.
    var cellCount = 0
    /// Whether each of them is one paragraph.
    var isOneLine = true
    /// The paragraph that is open, which what is on the next level stands inside of.
    var paragraph: Line?
    var hasSpace = false
    var link: (start: Int, target: String)?
  }

  /// The lines so far.
  var lines: [Line] = []
  /// What is open, the outermost first; never empty.
  var levels = [Level()]
  /// What was in a paragraph whose end was deleted: it goes on with the next one.
  private var carried: Line?

  /// The number of the innermost level.
  var top: Int { levels.count - 1 }

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
  /// - Returns: its number or bullet, where there is no word that it could stand before.
  mutating func endParagraph(isJoined: Bool = false) -> String? {
    guard isJoined else {
      let rest = flush()
      levels[top].paragraph = nil
      return rest
    }
    // Moved and not copied: a thousand may become one.
    carried = levels[top].paragraph.take()
    if levels[top].hasSpace { carried?.bytes.append(0x20) }
    return nil
  }

  /// Adds a number as a line of its own where it is one of a cell: rows may be counted so.
  mutating func addNumber(_ marker: String) {
    guard top > 0, marker != Self.bullet else { return }
    lines.append(Line(bytes: Array(marker.utf8.dropLast())))
  }

  /// Ends the line inside a paragraph.
  mutating func breakLine() {
    guard let paragraph = levels[top].paragraph else { return }
    let link = levels[top].link
    // A number stands before the first words: Word puts a break of the page before those of a heading.
    let isEmpty = paragraph.bytes.allSatisfy { $0 == 0x20 }
    if isEmpty { closeLink() } else { _ = flush() }
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

  mutating func addSpace() {
    if levels[top].hasSpace, let last = levels[top].paragraph?.bytes.last, last != 0x20 {
      levels[top].paragraph?.bytes.append(0x20)
    }
    levels[top].hasSpace = false
  }

  /// Ends the line that is open; tells its number or bullet where it has no words.
  private mutating func flush() -> String? {
    closeLink()
    guard var line = levels[top].paragraph else { return nil }
    while line.bytes.last == 0x20 { line.bytes.removeLast() }
    levels[top].hasSpace = false
    guard !line.bytes.isEmpty else { return line.marker }
    if case .item = line.kind {} else { line = line.numbered }
    lines.append(line)
    return nil
  }

  // MARK: Levels

  /// Begins a cell, a row, or what stands beside the words.
  mutating func open() {
    flushCarried()
    levels.append(Level(start: lines.count))
  }

  /// Puts what was to go on with a next paragraph where there is none.
  mutating func flushCarried() {
    if let carried, !carried.bytes.isEmpty { lines.append(carried) }
    carried = nil
  }

  /// Ends the innermost level but for the text itself.
  mutating func close() -> Level? {
    guard levels.count > 1 else { return nil }
    _ = flush()
    flushCarried()
    return levels.popLast()
  }

  /// Ends what stands beside the words: its lines come before those of the paragraph around it.
  mutating func closeBeside() { _ = close() }

  // MARK: The end

  /// Adds the lines of the note `number` at the end.
  mutating func appendNote(_ number: Int, _ note: OfficeText) {
    var note = note
    note.flushCarried()
    guard !note.lines.isEmpty else { return }
    note.lines[0] = note.lines[0].numbered.prefixed(with: "[\(number)] ")
    flushCarried()
    lines += note.lines
  }

  /// Writes all lines to `text`.
  mutating func write(to text: inout ExtractedText) {
    flushCarried()
    for line in lines {
      text.append(line.bytes, line.kind, links: line.links, marker: line.marker)
    }
  }
}
