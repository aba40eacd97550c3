import ArabicText

/// What is decided of each cell of a row, by its place on the screen.
struct InversePlan {
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
