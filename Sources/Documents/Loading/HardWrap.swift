import ArabicText

/// Text whose paragraphs were broken into lines of one width by the program that wrote it, as mail, a
/// pager's input and `w3m -dump` are.
///
/// Its paragraphs are joined by blanks in the place of the line ends inside them, with what stands around
/// these: blanks, and the signs of quoted mail. Of what is quoted these signs become blanks before the text,
/// too, and in the lines between its paragraphs. Every offset stays that of the file.
///
/// A line was broken where the first word of the next had no room behind it. Lines of a poem and headlines
/// may look so by chance; what tells prose from them are its commas and full stops, most of them inside lines.
package struct HardWrap: Hashable, Sendable {
  /// The rules by which quoted mail is told from other text; see ``DocumentStructure/Extractor/version``.
  static let extractor = DocumentStructure.Extractor("wrapped", version: 1)

  /// Whether lines are joined.
  package enum Choice: String, Hashable, Sendable, CaseIterable {
    /// Where the text looks as if it was broken.
    case auto
    /// Always, and never.
    case yes, no
  }

  /// What the width of a line was counted in.
  enum Measure: Hashable, Sendable, CaseIterable {
    /// Letters without their marks, as terminals do.
    case letters
    /// Letters and marks, as most languages' libraries do.
    case scalars
    /// Bytes, as `fold` and `fmt` do.
    case bytes

    /// Widths that lines are broken at.
    var widths: ClosedRange<Int> { self == .bytes ? 60...200 : 30...120 }

    func of(_ length: BrokenLine.Length) -> Int {
      switch self {
      case .letters: length.letters
      case .scalars: length.scalars
      case .bytes: length.bytes
      }
    }
  }

  /// Of a hundred places where a long line ends, so many have to be where the next word has no room.
  static let share = 60
  /// The fewest such places that tell a text that is broken from one that happens to look so.
  static let fewest = 3
  /// Where lines that were broken keep the blank that they were broken at, as those of newsboat and of mail
  /// in `format=flowed` (RFC 3676) do, so many tell it.
  static let fewestFlowed = 2
  /// The most lines of a headline.
  static let longestHeadline = 3
  /// The most words to one comma or full stop in lines of prose that end a sentence, and in others.
  ///
  /// News has one at every tenth word.
  static let wordsToMark = (ended: 35, open: 12)
  /// Lines that are shorter may be a poem's where no sign stands inside any of them.
  private static let longestHalfLine = 45
  /// How much is looked at, in bytes.
  private static let looked = 256 << 10

  /// The width that lines were broken at, and what it counts.
  let width: Int
  let measure: Measure
  /// Whether all lines are joined that may be, whatever they say.
  private let isCertain: Bool

  /// How the lines of `text` were broken; `nil` where they were not.
  ///
  /// - Parameters:
  ///   - text: The text as the file has it.
  ///   - isCertain: Whether its lines are known to be broken.
  /// - Complexity: O(*n*) in the first quarter of a million bytes.
  package init?(of text: DecodedText, isCertain: Bool = false) {
    let bytes = text.withUTF8 { bytes -> [UInt8]? in
      let bytes = bytes.prefix(Self.looked)
      // Of most articles each paragraph is a line with an empty one behind it.
      return isCertain || Self.hasNeighbours(bytes) ? Array(bytes) : nil
    }
    guard let bytes else { return nil }
    let lines = BrokenLine.lines(of: bytes)
    let fits = Measure.allCases.compactMap { Fit.best(of: lines, $0) }
    // In doubt the first: most texts have no marks, and are broken by letters.
    guard let best = fits.max(by: { $0.score < $1.score }) else { return nil }
    (width, measure) = (best.width, best.measure)
    self.isCertain = isCertain
    guard isCertain || best.isBroken(lines) else { return nil }
  }

  /// A text whose lines were joined.
  package struct Joined {
    package var text: DecodedText
    /// The blanks in the place of line ends, in order.
    package var joints: [TextSpan] = []
    /// The paragraphs of quoted mail, in order.
    package var quotations: [TextSpan] = []

    /// The text with one blank for each joint, for who does not need the offsets of the file.
    var closed: String {
      var (result, place) = ("", TextOffset.zero)
      for joint in joints {
        result += text.string(in: TextSpan(place, joint.lower)) + " "
        place = joint.upper
      }
      return result + text.string(in: TextSpan(place, text.end))
    }
  }

  /// `text` with its paragraphs joined.
  ///
  /// - Parameters:
  ///   - text: the text as the file has it.
  ///   - keepsSigns: whether the signs of quoted mail stay before its paragraphs.
  /// - Returns: the text, as long as before.
  /// - Complexity: O(*n*).
  package func joined(_ text: DecodedText, keepsSigns: Bool = false) -> Joined {
    var bytes = text.withUTF8 { Array($0) }
    let lines = BrokenLine.lines(of: bytes)
    let runs = runs(of: lines)
    let mayBeVerse =
      width < Self.longestHalfLine
      && runs.allSatisfy { lines[$0].allSatisfy { $0.innerMarks == 0 } }
    let prose = isCertain ? runs : mayBeVerse ? [] : self.prose(runs, lines)
    var joints: [TextSpan] = []
    for run in prose {
      for (line, next) in zip(lines[run], lines[run].dropFirst()) {
        let joint = line.textEnd..<next.textStart
        for place in joint { bytes[place] = 0x20 }
        joints.append(TextSpan(utf8: joint))
      }
    }
    guard !joints.isEmpty else { return Joined(text: text) }
    let quoted = keepsSigns ? [] : quotedBlocks(lines, with: prose)
    for block in quoted {
      for line in lines[block] {
        for place in line.start..<line.start + line.quoteLength { bytes[place] = 0x20 }
      }
    }
    return Joined(
      text: bytes.withUnsafeBufferPointer { DecodedText(copying: $0) }, joints: joints,
      quotations: quoted.flatMap { paragraphs(of: lines[$0], prose) })
  }

  /// Lines that go on in one another, two or more at a time.
  private func runs(of lines: [BrokenLine]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    let widths = widths(of: lines)
    for index in lines.indices {
      if index + 1 < lines.count, lines[index].mayGoOn(in: lines[index + 1]),
        Fit.isFull(lines[index], lines[index + 1], widths[index], measure)
          || isContinued(lines[index], lines[index + 1])
      {
        continue
      }
      if index > start { runs.append(start..<index + 1) }
      start = index + 1
    }
    return runs
  }

  /// Whether `next` is the rest of the item `line`, below whose text it stands: no sign of a short list.
  private func isContinued(_ line: BrokenLine, _ next: BrokenLine) -> Bool {
    line.beginsAnew && next.indent > line.indent && isLong(measure.of(line.length))
  }

  /// Whether a line of `length` is no last one of a paragraph, which are of any length.
  private func isLong(_ length: Int) -> Bool { length * 5 >= width * 3 }

  /// The width that each line was broken at: of quoted mail, which was broken by somebody else, where its
  /// longest line ends.
  private func widths(of lines: [BrokenLine]) -> [Int] {
    var widths = [Int](repeating: width, count: lines.count)
    var start = 0
    while start < lines.count {
      let first = lines[start]
      let block = lines[start...].prefix { $0.hasText && $0.depth == first.depth }
      let longest = block.map { measure.of($0.length) }.max() ?? 0
      if first.depth > 0, block.count > 2, isLong(longest) {
        for index in block.indices {
          widths[index] = min(width, longest + lines[index].quoteLength)
        }
      }
      start += max(1, block.count)
    }
    return widths
  }
}
