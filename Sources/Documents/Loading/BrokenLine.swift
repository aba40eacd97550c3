import ArabicText

/// A line of a text that may have been broken into lines, with what tells whether it goes on in the next.
struct BrokenLine {
  /// How long something is, by each way in which programs count when they break lines.
  struct Length {
    /// Letters without their marks, with them, and bytes.
    var letters = 0
    var scalars = 0
    var bytes = 0
  }

  /// Its bytes, without the line end.
  var start: Int
  var end: Int
  /// Where its text begins, behind the blanks and the signs of quoted mail before it.
  var textStart: Int
  /// Where its text ends, before the blanks behind it.
  var textEnd: Int
  /// How long it is with the blanks before it, without signs of quoted mail.
  var length = Length()
  /// How long those signs are.
  var quoteLength = 0
  /// How often it was quoted: the `>` before it.
  var depth = 0
  /// The blanks before its text.
  var indent = 0
  var firstWord = Length()
  var words = 0
  /// Whether it begins an item of a list, or is a line of a header, of a table or a rule.
  var beginsAnew = false
  /// Whether it is a line of a header, as `Subject: …`.
  var isHeader = false
  /// Whether its columns are set by tabs or by several blanks.
  var isRow = false
  /// Whether a blank stands before the line end.
  var endsInBlank = false
  /// Signs that part sentences and their parts, with text behind them; dots in a row are none.
  var innerMarks = 0
  /// How many words stand before the first of them.
  var wordsBeforeMark = 0
  /// Whether such a sign ends it, and whether that ends a sentence.
  var endsInMark = false
  var endsSentence = false

  /// Whether one sign parts it in two halves, as those of a verse are.
  var isInHalves: Bool {
    innerMarks == 1 && (words...2 * words).contains(3 * wordsBeforeMark)
  }

  /// Whether it is empty or a line of a header, as stand before the first words of a text.
  var isBesideText: Bool { !hasText || isHeader }

  /// Whether anything but blanks stands in it.
  var hasText: Bool { textStart < textEnd }

  /// Whether `next`, the line behind it, may go on with its paragraph.
  func mayGoOn(in next: BrokenLine) -> Bool {
    guard hasText, next.hasText, depth == next.depth, !next.beginsAnew, !isRow, !next.isRow else {
      return false
    }
    // Within a list the lines behind the first stand further in; a first line alone may, too.
    return next.indent == 0 || (beginsAnew ? next.indent > indent : next.indent == indent)
  }
}

extension BrokenLine {
  /// The lines of `bytes`.
  ///
  /// - Complexity: O(*n*).
  static func lines(of bytes: [UInt8]) -> [BrokenLine] {
    bytes.withUnsafeBufferPointer { bytes in
      var lines: [BrokenLine] = []
      var start = 0
      while start < bytes.count {
        let feed = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let hasReturn = feed < bytes.count && feed > start && bytes[feed - 1] == 0x0D
        lines.append(BrokenLine(bytes, start, hasReturn ? feed - 1 : feed))
        start = feed + 1
      }
      return lines
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    (self.start, self.end, textStart, textEnd) = (start, end, start, start)
    readQuotes(bytes)
    let opening = textStart
    readWords(bytes, from: opening)
    isHeader = isHeader(bytes)
    beginsAnew = beginsAnew || isHeader || isNumbered(bytes)
  }

  private mutating func readQuotes(_ bytes: UnsafeBufferPointer<UInt8>) {
    var position = start
    while position < end, bytes[position] == 0x3E {
      depth += 1
      position += 1
      if position < end, bytes[position] == 0x20 { position += 1 }
    }
    quoteLength = position - start
    textStart = position
    textEnd = position
  }

  private mutating func readWords(_ bytes: UnsafeBufferPointer<UInt8>, from opening: Int) {
    var (position, blanks, isFirst, hasMark, last) = (opening, 0, true, false, UInt32(0))
    while position < end {
      let (value, size) = decodeScalar(bytes, at: position)
      let properties = ScalarProperties(value)
      let isBlank = value == 0x20 || value == 0xA0
      if value == 0x09, textEnd > textStart { isRow = true }
      length.bytes += size
      length.scalars += 1
      if properties.columns > 0 { length.letters += 1 }
      position += size
      if isBlank || value == 0x09 {
        blanks += 1
        continue
      }
      if textEnd == opening {
        (textStart, indent) = (position - size, blanks)
        beginsAnew = Self.signs.contains(value)
        words = 1
      } else if blanks > 0 {
        if blanks > 2 { isRow = true }
        if hasMark {
          if innerMarks == 0 { wordsBeforeMark = words }
          innerMarks += 1
        }
        (isFirst, words) = (false, words + 1)
      }
      blanks = 0
      if isFirst {
        firstWord.bytes += size
        firstWord.scalars += 1
        if properties.columns > 0 { firstWord.letters += 1 }
      }
      textEnd = position
      if !Self.closers.contains(value) {
        endsSentence = Self.terminators.contains(value)
        let isDots = value == 0x2026 || value == 0x2E && last == 0x2E
        hasMark = !isDots && endsSentence || Self.commas.contains(value)
        last = value
      }
    }
    (endsInBlank, endsInMark) = (blanks > 0, hasMark || endsSentence)
  }

  /// Whether it is a line of a header, as `Subject: …`.
  private func isHeader(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = textStart
    while position < textEnd, Self.isNameByte(bytes[position]) { position += 1 }
    return position > textStart && position + 1 < textEnd && bytes[position] == 0x3A
      && bytes[position + 1] == 0x20
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
  }

  /// Whether it begins with a number or a letter of a list: `1.`, `(٢)`, `أ-`.
  private func isNumbered(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (position, digits, letters, closes) = (textStart, 0, 0, false)
    while position < textEnd, !closes, digits + letters < 4 {
      let (value, size) = decodeScalar(bytes, at: position)
      let properties = ScalarProperties(value)
      position += size
      if properties.isDigit {
        digits += 1
      } else if properties.isLetter {
        letters += 1
      } else if digits + letters == 0 {
        guard value == 0x28 || value == 0x5B else { return false }
      } else {
        closes = Self.numberEnds.contains(value)
        if !closes { return false }
      }
    }
    guard closes, position < textEnd, bytes[position] == 0x20 else { return false }
    return letters == 0 ? (1...3).contains(digits) : letters == 1 && digits == 0
  }

  /// Signs that begin an item, a row or a heading: `|`, `#`, `*`, `-`, `+`, `•`, `●`, `▪`, `◦`, `–`, `—`.
  private static let signs: Set<UInt32> = [
    0x7C, 0x23, 0x2A, 0x2D, 0x2B, 0x2022, 0x25CF, 0x25AA, 0x25E6, 0x2013, 0x2014,
  ]
  /// What ends the number of an item: `.`, `)`, `]`, `-`, `–`, `:`.
  private static let numberEnds: Set<UInt32> = [0x2E, 0x29, 0x5D, 0x2D, 0x2013, 0x3A]
  /// `.`, `!`, `?`, `؟`, `۔`, `…`.
  private static let terminators: Set<UInt32> = [0x2E, 0x21, 0x3F, 0x61F, 0x6D4, 0x2026]
  /// `,`, `;`, `،`, `؛`.
  private static let commas: Set<UInt32> = [0x2C, 0x3B, 0x60C, 0x61B]
  /// Quotation marks and brackets that close.
  private static let closers: Set<UInt32> = [0x22, 0x27, 0x29, 0x5D, 0xBB, 0x201D, 0x2019]
}
