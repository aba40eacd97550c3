import ArabicText
import CFriBidi
import CUnicodeTables

/// The way a paragraph reads.
package enum Direction: String, Hashable, Sendable {
  case rightToLeft = "rtl"
  case leftToRight = "ltr"

  /// The embedding level of the paragraph: 1 or 0.
  package var level: UInt8 { self == .rightToLeft ? 1 : 0 }

  /// The direction of an embedding level: odd levels run from right to left.
  package init(level: UInt8) {
    self = level & 1 == 1 ? .rightToLeft : .leftToRight
  }
}

/// The embedding levels of a paragraph: rules P2 to I2 of the Unicode Bidirectional Algorithm.
///
/// FriBidi resolves the levels; the classes and brackets it works on come from the tables of
/// Unicode 15.0 here, because FriBidi 1.0.8 carries those of Unicode 10.
///
/// Method: Unicode Standard Annex #9, revision 46.
package struct BidiLevels: Hashable, Sendable {
  /// The level of each scalar in logical order, before rule L1, which works on lines.
  package let levels: [UInt8]
  /// The level of the paragraph, 0 or 1.
  package let base: UInt8

  /// Resolves a paragraph of `scalars`.
  ///
  /// - Parameters:
  ///   - scalars: The paragraph without the line break that ends it.
  ///   - direction: Its direction, or `nil` to take that of the first strong scalar (P2, P3).
  ///   - fallback: The direction of a paragraph without a strong scalar.
  /// - Complexity: O(*n*).
  package init(
    scalars: [UInt32], direction: Direction? = nil, fallback: Direction = .leftToRight
  ) {
    let properties = scalars.map(ScalarProperties.init)
    let brackets = zip(scalars, properties).map { scalar, properties in
      properties.isBracket ? BracketTable.bracketType(of: scalar) : 0
    }
    self.init(
      classes: properties.map(\.bidi), brackets: brackets, direction: direction,
      fallback: fallback)
  }

  /// Resolves a paragraph given as bidirectional classes, without paired brackets.
  package init(
    classes: [BidiClass], direction: Direction? = nil, fallback: Direction = .leftToRight
  ) {
    self.init(
      classes: classes, brackets: Array(repeating: 0, count: classes.count), direction: direction,
      fallback: fallback)
  }

  private init(levels: [UInt8], base: UInt8) {
    self.levels = levels
    self.base = base
  }

  init(
    classes: [BidiClass], brackets: [UInt32], direction: Direction?, fallback: Direction
  ) {
    if let plain = PlainLevels.levels(of: classes, direction: direction, fallback: fallback) {
      self.init(levels: plain.levels, base: plain.base)
    } else {
      self.init(types: classes.map(\.friBidi), brackets, direction, fallback)
    }
  }

  init(
    types: [FriBidiCharType], _ brackets: [UInt32], _ direction: Direction?, _ fallback: Direction
  ) {
    var paragraph: FriBidiParType =
      switch direction {
      case .rightToLeft: FRIBIDI_PAR_RTL
      case .leftToRight: FRIBIDI_PAR_LTR
      case nil: fallback == .rightToLeft ? FRIBIDI_PAR_WRTL : FRIBIDI_PAR_WLTR
      }
    var levels = [FriBidiLevel](repeating: 0, count: types.count)
    let result = fribidi_get_par_embedding_levels_ex(
      types, brackets, FriBidiStrIndex(types.count), &paragraph, &levels)
    let isRightToLeft = paragraph == FRIBIDI_PAR_RTL || paragraph == FRIBIDI_PAR_WRTL
    base = isRightToLeft ? 1 : 0
    // FriBidi returns 0 where it could not allocate; the base level keeps such text legible.
    let unresolved = [UInt8](repeating: base, count: types.count)
    self.levels =
      result == 0 && !types.isEmpty ? unresolved : levels.map { UInt8(clamping: Int($0)) }
  }
}

/// Paired brackets in the form that FriBidi takes.
enum BracketTable {
  /// The identity of the bracket's pair, with the highest bit set for an opening bracket.
  static func bracketType(of scalar: UInt32) -> FriBidiBracketType {
    let pairs = Int(rawi_unicode_bracket_pairs)
    guard
      let index = SortedPairs.index(of: scalar, pairs: pairs, key: { rawi_unicode_bracket_at($0) })
    else { return 0 }
    return rawi_unicode_bracket_at(index + 1)
  }
}

/// Mirrored characters (UAX #9, rule L4).
enum MirrorTable {
  /// The scalar that looks like the mirror image of `scalar`, or `scalar` itself.
  static func mirror(of scalar: UInt32) -> UInt32 {
    let pairs = Int(rawi_unicode_mirror_pairs)
    guard
      let index = SortedPairs.index(of: scalar, pairs: pairs, key: { rawi_unicode_mirror_at($0) })
    else { return scalar }
    return rawi_unicode_mirror_at(index + 1)
  }
}

private enum SortedPairs {
  /// The position of the pair that begins with `scalar` in a flat sorted list of pairs.
  static func index(of scalar: UInt32, pairs: Int, key: (UInt32) -> UInt32) -> UInt32? {
    var low = 0
    var high = pairs
    while low < high {
      let middle = (low + high) / 2
      let found = key(UInt32(middle * 2))
      if found == scalar { return UInt32(middle * 2) }
      if found < scalar { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}

extension ScalarProperties {
  /// The class as FriBidi numbers it, by a table: this is asked for every scalar that is laid out.
  var friBidiType: FriBidiCharType { Self.types[Int(bidi.rawValue)] }

  private static let types = BidiClass.allCases.map(\.friBidi)
}

extension BidiClass {
  fileprivate var friBidi: FriBidiCharType {
    switch self {
    case .l: FRIBIDI_TYPE_LTR
    case .r: FRIBIDI_TYPE_RTL
    case .al: FRIBIDI_TYPE_AL
    case .en: FRIBIDI_TYPE_EN
    case .es: FRIBIDI_TYPE_ES
    case .et: FRIBIDI_TYPE_ET
    case .an: FRIBIDI_TYPE_AN
    case .cs: FRIBIDI_TYPE_CS
    case .nsm: FRIBIDI_TYPE_NSM
    case .bn: FRIBIDI_TYPE_BN
    case .b: FRIBIDI_TYPE_BS
    case .s: FRIBIDI_TYPE_SS
    case .ws: FRIBIDI_TYPE_WS
    case .on: FRIBIDI_TYPE_ON
    case .lre: FRIBIDI_TYPE_LRE
    case .lro: FRIBIDI_TYPE_LRO
    case .rle: FRIBIDI_TYPE_RLE
    case .rlo: FRIBIDI_TYPE_RLO
    case .pdf: FRIBIDI_TYPE_PDF
    case .lri: FRIBIDI_TYPE_LRI
    case .rli: FRIBIDI_TYPE_RLI
    case .fsi: FRIBIDI_TYPE_FSI
    case .pdi: FRIBIDI_TYPE_PDI
    }
  }
}
