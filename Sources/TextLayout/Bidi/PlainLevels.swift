import ArabicText

/// The embedding levels of paragraphs that need no whole algorithm.
///
/// Nine paragraphs of ten in news hold no letter of the other direction and no control. In them every
/// rule of UAX #9 comes down to this: from right to left, all is at level 1 and numbers are at level
/// 2; from left to right, all is at level 0. Resolving them here takes 2 ns a scalar, FriBidi 25.
enum PlainLevels {
  /// The classes of a text as bits, to tell at once what it cannot hold.
  struct Classes {
    private var bits: UInt32 = 0

    mutating func insert(_ class: BidiClass) { bits |= 1 << UInt32(`class`.rawValue) }

    func contains(_ class: BidiClass) -> Bool { bits & 1 << UInt32(`class`.rawValue) != 0 }

    /// Whether the text holds any class but these.
    func holds(otherThan classes: Set) -> Bool { bits & ~classes.bits != 0 }

    /// Some classes, made once.
    struct Set {
      let bits: UInt32

      init(_ classes: BidiClass...) {
        bits = classes.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
      }
    }

    static let neutral = Set(.es, .et, .cs, .nsm, .s, .ws, .on)
    static let inArabic = Set(.al, .en, .an, .es, .et, .cs, .nsm, .s, .ws, .on)
    static let inLatin = Set(.l, .en, .es, .et, .cs, .nsm, .s, .ws, .on)
  }

  /// The base level of a paragraph of `classes`, or `nil` where it is not plain.
  static func base(
    of classes: Classes, direction: Direction?, fallback: Direction
  ) -> UInt8? {
    let hasArabic = classes.contains(.al)
    let hasLatin = classes.contains(.l)
    let own: Direction = hasArabic ? .rightToLeft : hasLatin ? .leftToRight : fallback
    let base = (direction ?? own).level
    let isPlain = !classes.holds(otherThan: base == 1 ? Classes.inArabic : Classes.inLatin)
    return isPlain ? base : nil
  }

  /// The levels of a paragraph of `classes` and its own, or `nil` where it is not plain.
  static func levels(
    of classes: [BidiClass], direction: Direction?, fallback: Direction
  ) -> (levels: [UInt8], base: UInt8)? {
    var held = Classes()
    for `class` in classes { held.insert(`class`) }
    guard let base = base(of: held, direction: direction, fallback: fallback) else { return nil }
    var levels = [UInt8](repeating: base, count: classes.count)
    guard base == 1 else { return (levels, base) }
    let isPlain = resolveNumbers(
      count: classes.count, class: { classes[$0] }, setLevel: { levels[$0] = $1 })
    return isPlain ? (levels, base) : nil
  }

  /// Calls `setLevel` for each scalar that is not at level 1 in a plain paragraph from right to left:
  /// the numbers, at level 2.
  ///
  /// - Returns: `false` where European digits stand before the first letter: they stay European, so
  ///   that signs around them count.
  @inline(__always)
  static func resolveNumbers(
    count: Int, class: (Int) -> BidiClass, setLevel: (Int, UInt8) -> Void
  ) -> Bool {
    var hasLetter = false
    // Whether what stands before is a number, marks on it included (W1).
    var isNumber = false
    var index = 0
    while index < count {
      switch `class`(index) {
      case .al:
        hasLetter = true
        isNumber = false
      case .an:
        isNumber = true
      case .en:
        guard hasLetter else { return false }
        isNumber = true  // W2
      case .nsm:
        break
      case .cs:
        // W4; a mark on the sign would be a second sign.
        let next = index + 1 < count ? `class`(index + 1) : .on
        isNumber = isNumber && (next == .an || next == .en)
        guard isNumber else { break }
      default:
        isNumber = false
      }
      if isNumber { setLevel(index, 2) }
      index += 1
    }
    return true
  }
}
