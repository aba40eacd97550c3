import ArabicText

/// A row of cells as a line of text that a terminal with a bidirectional algorithm of its own shows as
/// that row.
///
/// The terminal is taken to resolve the row as a paragraph from left to right (UAX #9) and to mirror
/// brackets at odd levels. Under that base without embeddings, Latin letters and the numbers near them
/// stay where they are; each stretch of right-to-left letters, with the numbers and signs inside it,
/// is sent from its right end, its numbers from their left.
///
/// Beside a border of box drawing, a space is sent as U+2800 likewise: what stands on its two sides is
/// no one text, and Konsole orders either side by itself.
///
/// Three things cannot stand in a row from left to right as they are. They are drawn otherwise, so that
/// the order holds:
/// - European digits to the right of Arabic letters with nothing Arabic further right take the direction
///   of those letters. The white space between becomes U+2800, a blank that counts as a Latin letter.
/// - Where there is no such space, those digits become Arabic-Indic ones, which are numbers anywhere.
/// - A bracket that would make a pair with one that is not its partner becomes the upper half of a
///   large one, which makes no pair.
package struct InverseBidi: Hashable, Sendable {
  /// One cell of the line that is to be sent.
  package struct Item: Hashable, Sendable {
    /// The index, in the row, of the cell whose place on the screen this is.
    package var source: Int
    /// What to send: the cell's own text, or what is drawn in its place.
    package var text: String
  }

  /// The cells in the order in which they are sent.
  package let items: [Item]
  /// Whether the row will be shown exactly in the order asked for.
  ///
  /// It is for all but the oddest rows: those with a Hangul vowel on an Arabic letter, with
  /// superscript digits against an Arabic word, or with two kinds of digits mixed in one number.
  package let isExact: Bool

  /// Makes the line for the cells of a row, from the left: of each its base and marks.
  ///
  /// - Parameters:
  ///   - row: the text of each cell.
  ///   - mirrors: whether the terminal mirrors brackets in right-to-left text.
  /// - Complexity: O(*n*); O(*n* · *b*) with *b* brackets that would pair wrongly.
  package init(row: [String], mirrors: Bool = true) {
    var plan = InversePlan(row, mirrors: mirrors)
    plan.separateNumbers()
    var order = plan.order
    var found = plan.resolvedLevels(in: order)
    while found != plan.levels, plan.replaceBracket(where: found) {
      order = plan.order
      found = plan.resolvedLevels(in: order)
    }
    items = order.map { Item(source: $0, text: plan.text(at: $0)) }
    isExact = found == plan.levels
  }
}

/// What is decided of each cell of a row, by its place on the screen.
private struct InversePlan {
  /// The empty Braille pattern: a blank of the class of Latin letters.
  private static let blankLetter: UInt32 = 0x2800

  /// Signs that look like the brackets and make no pair: the hooks of which large brackets are built.
  private static let lonelyBrackets: [UInt32: UInt32] = [
    0x28: 0x239B, 0x29: 0x239E, 0x5B: 0x23A1, 0x5D: 0x23A4, 0x7B: 0x23A7, 0x7D: 0x23AB,
  ]

  private var bases: [UInt32]
  private let marks: [[UInt32]]
  private let mirrors: Bool
  private var classes: [BidiClass]
  /// The level that each cell shall have: 0, 1, or 2 for a number inside right-to-left text.
  private(set) var levels: [UInt8] = []

  init(_ row: [String], mirrors: Bool) {
    self.mirrors = mirrors
    let scalars = row.map { $0.unicodeScalars.map(\.value) }
    bases = scalars.map { $0.first ?? 0x20 }
    marks = scalars.map { Array($0.dropFirst()) }
    classes = bases.map { ScalarProperties($0).bidi }
    separateSidesOfBorders()
    resolve()
  }

  /// The cells in logical order; with levels up to 2, reordering undoes itself.
  var order: [Int] { Reordering.visualOrder(levels: levels) }

  /// What is sent for the cell at `index`: mirrored where the terminal will mirror it back.
  func text(at index: Int) -> String {
    let isMirrored = mirrors && levels[index] == 1
    let base = isMirrored ? MirrorTable.mirror(of: bases[index]) : bases[index]
    var view = String.UnicodeScalarView()
    view.append(contentsOf: ([base] + marks[index]).compactMap(Unicode.Scalar.init))
    return String(view)
  }

  /// The levels that the terminal will find, by place on the screen.
  func resolvedLevels(in order: [Int]) -> [UInt8] {
    var scalars: [UInt32] = []
    var starts: [Int] = []
    for index in order {
      starts.append(scalars.count)
      scalars += text(at: index).unicodeScalars.map(\.value)
    }
    var found = BidiLevels(scalars: scalars, direction: .leftToRight).levels
    Reordering.resetWhiteSpace(
      &found, classes: scalars.map { ScalarProperties($0).bidi }, base: 0)
    var levels = self.levels
    for (index, start) in zip(order, starts) { levels[index] = found[start] }
    return levels
  }

  // MARK: Levels

  private enum Side { case left, right, none }

  /// Decides the levels from what stands to the left and right of each cell.
  private mutating func resolve() {
    let numbers = numberClasses()
    let sides = zip(classes, numbers).map { cell, number -> Side in
      switch cell {
      case .l: .left
      case .r, .al, .an: .right
      case .en: number == .l ? .left : .right
      default: .none
      }
    }
    levels = sides.map { $0 == .right ? 1 : 0 }
    var start = 0
    for index in sides.indices where sides[index] != .none {
      // Neutral cells between two right-to-left ones belong to them (rule N1).
      let isInside = start > 0 && sides[start - 1] == .right && sides[index] == .right
      if isInside { for between in start..<index { levels[between] = 1 } }
      start = index + 1
    }
    for index in numbers.indices where levels[index] == 1 {
      if numbers[index] == .an || numbers[index] == .en { levels[index] = 2 }
    }
  }

  /// The classes after rules W2, W4, W5 and W7, which see the same neighbours from either side; what
  /// stands before a number in logical order stands to its right.
  private func numberClasses() -> [BidiClass] {
    var result = classes
    var strong = BidiClass.l
    for index in result.indices.reversed() {
      switch result[index] {
      case .l, .r, .al: strong = result[index]
      case .en where strong == .al: result[index] = .an
      case .en where strong == .l: result[index] = .l
      default: break
      }
    }
    for index in result.indices.dropFirst().dropLast() {
      let (left, right) = (result[index - 1], result[index + 1])
      let joins = left == right && (left == .en || left == .an && result[index] == .cs)
      if joins, result[index] == .cs || result[index] == .es { result[index] = left }
    }
    for indices in [Array(result.indices), result.indices.reversed()] {
      for (before, index) in zip(indices, indices.dropFirst())
      where result[index] == .et && result[before] == .en { result[index] = .en }
    }
    return result
  }

  // MARK: Repairs

  private mutating func separateSidesOfBorders() {
    for index in bases.indices where (0x2500...0x257F).contains(bases[index]) {
      for side in [index - 1, index + 1] where bases.indices.contains(side) {
        if bases[side] == 0x20 { replace(side, with: Self.blankLetter) }
      }
    }
  }

  /// Keeps European digits from taking the direction of the letters to their left.
  mutating func separateNumbers() {
    var didChange = false
    // The cell where a blank may stand, while what follows to the left is no letter.
    var number: Range<Int>?
    var blank: Int?
    for index in bases.indices.reversed() {
      switch classes[index] {
      case .en where levels[index] == 0:
        number = index..<(number?.upperBound ?? index + 1)
        blank = nil
      case .l:
        number = nil
      case .r, .al:
        guard let range = number else { continue }
        number = nil
        didChange = true
        if let blank {
          replace(blank, with: Self.blankLetter)
        } else {
          for digit in range { useArabicDigit(digit) }
        }
      case .ws where number != nil && blank == nil && bases[index] == 0x20:
        blank = index
      default: break
      }
    }
    if didChange { resolve() }
  }

  /// Draws another sign in place of the first bracket that has another level than it shall.
  ///
  /// - Returns: whether there was one.
  mutating func replaceBracket(where found: [UInt8]) -> Bool {
    let wrong = levels.indices.first {
      found[$0] != levels[$0] && ScalarProperties(bases[$0]).isBracket
    }
    guard let wrong else { return false }
    let isOpening = BracketTable.bracketType(of: bases[wrong]) & 0x8000_0000 != 0
    replace(wrong, with: Self.lonelyBrackets[bases[wrong]] ?? (isOpening ? 0x239B : 0x239E))
    return true
  }

  private mutating func useArabicDigit(_ index: Int) {
    switch bases[index] {
    case 0x30...0x39: replace(index, with: bases[index] + 0x630)
    case 0x6F0...0x6F9: replace(index, with: bases[index] - 0x90)
    default: break
    }
  }

  private mutating func replace(_ index: Int, with scalar: UInt32) {
    bases[index] = scalar
    classes[index] = ScalarProperties(scalar).bidi
  }
}
