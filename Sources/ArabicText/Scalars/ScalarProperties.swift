import CUnicodeTables

/// The bidirectional class of a scalar (UAX #9, table 4), numbered as in the generated table.
@usableFromInline package enum BidiClass: UInt8, CaseIterable, Sendable {
  case l, r, al, en, es, et, an, cs, nsm, bn, b, s, ws, on
  case lre, lro, rle, rlo, pdf, lri, rli, fsi, pdi
}

/// How a scalar joins its neighbours in a cursive script (Unicode, ArabicShaping.txt).
@usableFromInline package enum JoiningType: UInt8, CaseIterable, Sendable {
  case none, right, dual, causing, left, transparent
}

/// A coarse general category.
@usableFromInline package enum ScalarClass: UInt8, CaseIterable, Sendable {
  case other, letter, mark, digit, punctuation, symbol, space, control, format
}

/// The part that a letter plays in the rules for kashidas, by joining groups (Unicode,
/// ArabicShaping.txt); see `Kashidas` of the layout.
@usableFromInline package enum KashidaClass: UInt8, CaseIterable, Sendable {
  /// No part of its own.
  case other
  /// Seen and sad.
  case seen
  /// Ta marbuta, ha and dal.
  case dal
  /// Alef, tah, lam, kaf and gaf.
  case alef
  /// Beh.
  case beh
  /// Reh and yeh.
  case reh
  /// Waw, ain, qaf and feh.
  case waw
}

/// What the tables know of one scalar, from Unicode 15.0.
///
/// - Complexity: looking one up is O(1), two loads.
@usableFromInline package struct ScalarProperties: Hashable, Sendable {
  @usableFromInline let bits: UInt32

  /// The properties of `scalar`; values above U+10FFFF count as unassigned.
  @inlinable package init(_ scalar: UInt32) {
    bits = scalar < 0x110000 ? rawi_unicode_properties(scalar) : 0
  }

  // The enumerations are read as their raw values: the generated table holds no others, and
  // `init(rawValue:)`, a call into this module, took a tenth of the time of layout.

  /// The bidirectional class.
  @inlinable package var bidi: BidiClass {
    unsafeBitCast(UInt8(truncatingIfNeeded: bits & 31), to: BidiClass.self)
  }

  /// The joining type.
  @inlinable package var joining: JoiningType {
    unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 5 & 7), to: JoiningType.self)
  }

  /// The columns that a terminal gives it: 0, 1 or 2, as glibc's `wcwidth`.
  @inlinable package var columns: Int { Int(bits >> 8 & 3) }

  /// The coarse general category.
  @inlinable package var scalarClass: ScalarClass {
    unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 10 & 15), to: ScalarClass.self)
  }

  /// The part that it plays in the rules for kashidas; ``KashidaClass/other`` outside Arabic script.
  @inlinable package var kashida: KashidaClass {
    unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 18 & 7), to: KashidaClass.self)
  }

  /// Whether it steers the text and has no shape: joiners, bidi controls, BOM, line separators.
  @inlinable package var isHidden: Bool { bits & 1 << 14 != 0 }

  /// Whether it is mirrored in right-to-left text (UAX #9, rule L4).
  @inlinable package var isMirrored: Bool { bits & 1 << 15 != 0 }

  /// Whether it is a paired bracket (UAX #9, BD14 and BD15).
  @inlinable package var isBracket: Bool { bits & 1 << 16 != 0 }

  /// Whether it is a letter of the Arabic script.
  @inlinable package var isArabicLetter: Bool { bits & 1 << 17 != 0 }

  /// Whether it is a letter of any script.
  @inlinable package var isLetter: Bool { scalarClass == .letter }

  /// Whether it is a digit or another number.
  @inlinable package var isDigit: Bool { scalarClass == .digit }

  /// Whether it is a combining mark.
  @inlinable package var isMark: Bool { scalarClass == .mark }

  /// Whether it is a letter of one column that is drawn as it is or in its presentation forms: no
  /// mark, no mirrored sign, nothing hidden.
  @inlinable package var isPlainLetter: Bool {
    // Columns, class, hidden and mirrored in one comparison.
    bits & 0b11_1111_11 << 8 == 1 << 8 | 1 << 10
  }

  /// Whether it is white space: a space of any kind, a tab, a line break.
  @inlinable package var isSpace: Bool {
    scalarClass == .space || bidi == .ws || bidi == .s || bidi == .b
  }
}
