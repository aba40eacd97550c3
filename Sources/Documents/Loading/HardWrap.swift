import ArabicText

/// Text whose paragraphs were broken into lines of one width by the program that wrote it, as mail, a
/// pager's input and `w3m -dump` are.
///
/// Its paragraphs are joined by blanks in the place of the line ends inside them. A line end of one byte
/// becomes one blank, CR LF two: every offset stays that of the file.
package struct HardWrap: Hashable, Sendable {
  /// Whether lines are joined.
  package enum Choice: String, Hashable, Sendable, CaseIterable {
    /// Where the text looks as if it was broken.
    case auto
    /// Always, and never.
    case yes, no
  }

  /// Widths that lines are broken at.
  private static let widths = 30...120
  /// Of a hundred line ends inside paragraphs, so many have to be where the next word has no room.
  private static let share = 60
  /// The fewest such line ends that tell a text that is broken from one that happens to look so.
  private static let fewest = 3
  /// Where lines that were broken keep the blank that they were broken at, as those of newsboat and of mail
  /// in `format=flowed` (RFC 3676) do, so many tell it.
  private static let fewestFlowed = 2
  /// How much is looked at, in bytes.
  private static let looked = 256 << 10

  /// The width that lines were broken at, in letters without their marks.
  package let width: Int

  /// How the lines of `text` were broken; `nil` where they were not.
  ///
  /// - Complexity: O(*n* log *n*) in the first quarter of a million bytes.
  package init?(of text: DecodedText, isCertain: Bool = false) {
    let sample = text.withUTF8 { Array($0.prefix(Self.looked)) }
    let lines = Self.lines(of: sample)
    let widths = lines.filter { $0.width > 0 }.map(\.width).sorted()
    guard let longest = widths.last else { return nil }
    // A few lines are longer: an address that has no blank to break at.
    let width = widths[max(0, (widths.count * 95 + 99) / 100 - 1)]
    self.width = width
    guard !isCertain else { return }
    guard Self.widths.contains(width), longest <= 4 * width else { return nil }
    let pairs = zip(lines, lines.dropFirst()).filter { Self.mayJoin($0, $1) }
    let flowed = pairs.filter(\.0.endsInBlank)
    let flowedFull = flowed.count { isFull($0, $1) }
    if flowedFull >= Self.fewestFlowed, flowedFull * 100 >= flowed.count * Self.share { return }
    let full = pairs.filter { isFull($0, $1) }
    guard full.count >= Self.fewest, full.count * 100 >= pairs.count * Self.share,
      // Sentences of one length, a line each, were broken by nobody.
      full.count(where: \.0.endsSentence) * 2 < full.count
    else { return nil }
  }

  /// `text` with its paragraphs joined.
  ///
  /// - Complexity: O(*n*).
  package func joined(_ text: DecodedText) -> DecodedText {
    var bytes = text.withUTF8 { Array($0) }
    let lines = Self.lines(of: bytes)
    for (line, next) in zip(lines, lines.dropFirst()) where isFull(line, next) {
      guard Self.mayJoin(line, next) else { continue }
      for place in line.end..<next.start { bytes[place] = 0x20 }
    }
    return bytes.withUnsafeBufferPointer { DecodedText(copying: $0) }
  }

  /// Whether the first word of `next` had no room behind `line`.
  private func isFull(_ line: Line, _ next: Line) -> Bool {
    line.width + 1 + next.firstWord > width
  }

  // MARK: Lines

  /// What is known of a line.
  private struct Line {
    /// Its bytes, without the line end.
    var start: Int
    var end: Int
    /// Its letters without marks.
    var width = 0
    /// Those of its first word.
    var firstWord = 0
    /// Whether a blank stands before the line end.
    var endsInBlank = false
    /// Whether it begins as something of its own does: with a blank, a sign of a list or of a quoted mail.
    var beginsAnew = false

    /// Whether a sentence ends where it does, with a mark or a bracket behind its sign or not.
    var endsSentence = false

    /// Whether anything but blanks stands in it.
    var hasText = false

    /// The line; one of blanks alone is as good as empty.
    var unlessBlank: Line { hasText ? self : Line(start: start, end: end) }
  }

  /// Whether `next` may go on with the paragraph of `line`.
  private static func mayJoin(_ line: Line, _ next: Line) -> Bool {
    line.width > 0 && next.width > 0 && !next.beginsAnew
  }

  private static func lines(of bytes: [UInt8]) -> [Line] {
    bytes.withUnsafeBufferPointer { bytes in
      var lines: [Line] = []
      var line = Line(start: 0, end: 0)
      var isFirstWord = true
      var position = 0
      while position < bytes.count {
        if bytes[position] == 0x0A {
          line.end = position > line.start && bytes[position - 1] == 0x0D ? position - 1 : position
          lines.append(line.unlessBlank)
          position += 1
          line = Line(start: position, end: position)
          isFirstWord = true
          continue
        }
        let (value, length) = decodeScalar(bytes, at: position)
        let properties = ScalarProperties(value)
        if position == line.start { line.beginsAnew = Self.beginsAnew(value) }
        if properties.columns > 0, value != 0x0D {
          line.width += 1
          line.endsInBlank = value == 0x20
          if value != 0x20 {
            line.hasText = true
            if !Self.closers.contains(value) {
              line.endsSentence = Self.terminators.contains(value)
            }
          }
          if value == 0x20 { isFirstWord = false } else if isFirstWord { line.firstWord += 1 }
        }
        position += length
      }
      line.end = position
      if line.end > line.start { lines.append(line) }
      return lines
    }
  }

  /// `.`, `!`, `?`, `؟`, `۔`, `…`.
  private static let terminators: Set<UInt32> = [0x2E, 0x21, 0x3F, 0x61F, 0x6D4, 0x2026]
  /// Quotation marks and brackets that close.
  private static let closers: Set<UInt32> = [0x22, 0x27, 0x29, 0x5D, 0xBB, 0x201D, 0x2019]

  private static func beginsAnew(_ scalar: UInt32) -> Bool {
    // Blanks, `>`, `|`, `#`, `*`, `-`, `+`, `•`, dashes.
    [0x20, 0x09, 0xA0, 0x3E, 0x7C, 0x23, 0x2A, 0x2D, 0x2B, 0x2022, 0x2013, 0x2014].contains(scalar)
  }
}
