/// Which spellings count as the same when names and words are compared.
///
/// Folding works scalar by scalar and never changes the text: ``FoldedText`` carries the map back.
package struct Folding: OptionSet, Hashable, Sendable {
  /// The options as bits.
  package let rawValue: UInt16

  /// A set of the given bits.
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Drops tashkeel, Qur'anic signs and every other combining mark, and tatweel.
  package static let marks = Folding(rawValue: 1 << 0)
  /// Drops joiners, bidi controls and other scalars without a shape.
  package static let controls = Folding(rawValue: 1 << 1)
  /// أ إ آ ٱ → ا, ؤ → و, ئ → ي.
  package static let hamza = Folding(rawValue: 1 << 2)
  /// ى → ي.
  package static let alefMaqsura = Folding(rawValue: 1 << 3)
  /// ة → ه.
  package static let taMarbuta = Folding(rawValue: 1 << 4)
  /// Persian and Urdu letters that look like Arabic ones: ک → ك, ی → ي, ہ → ه.
  package static let persian = Folding(rawValue: 1 << 5)
  /// Persian letters for sounds that Arabic has no letter for, as it writes them instead: پ → ب, چ ژ → ج, گ → ك,
  /// ڤ → ف.
  package static let foreign = Folding(rawValue: 1 << 9)
  /// Arabic-Indic and Persian digits → 0–9.
  package static let digits = Folding(rawValue: 1 << 6)
  /// A–Z and other cased letters → lower case.
  package static let letterCase = Folding(rawValue: 1 << 7)
  /// Presentation forms → letters (two for lam-alef), as in text copied from a PDF.
  package static let presentationForms = Folding(rawValue: 1 << 8)

  /// Everything: what a reader expects of a search.
  package static let search: Folding = [
    .marks, .controls, .hamza, .alefMaqsura, .taMarbuta, .persian, .digits, .letterCase,
    .presentationForms, .foreign,
  ]
  /// What does not change which word it is: marks, controls, letter variants.
  package static let light: Folding = [.marks, .controls, .persian, .presentationForms]
}

/// A scalar after folding: none, one, or two (a lam-alef taken apart).
@usableFromInline package struct FoldedScalar: Hashable, Sendable {
  /// The first scalar, or 0 for none.
  @usableFromInline package var first: UInt32
  /// The second scalar, or 0 for none.
  @usableFromInline package var second: UInt32

  /// The scalars `first` and `second`, 0 meaning none.
  @inlinable package init(_ first: UInt32, _ second: UInt32 = 0) {
    self.first = first
    self.second = second
  }
}

extension Folding {
  /// Folds one scalar.
  ///
  /// - Complexity: O(1).
  package func fold(_ scalar: UInt32) -> FoldedScalar {
    if scalar < 0x80 {
      let isUpper = scalar >= 0x41 && scalar <= 0x5A
      return FoldedScalar(isUpper && contains(.letterCase) ? scalar + 32 : scalar)
    }
    if scalar >= 0x620, scalar < 0x700 { return FoldedScalar(foldArabic(scalar)) }
    if contains(.presentationForms), scalar >= 0xFB50, scalar <= 0xFEFC,
      let letters = PresentationForms.letters(of: scalar)
    {
      let second = letters.second == 0 ? 0 : foldArabic(letters.second)
      return FoldedScalar(foldArabic(letters.first), second)
    }
    let properties = ScalarProperties(scalar)
    if contains(.marks), properties.isMark { return FoldedScalar(0) }
    if contains(.controls), properties.isHidden { return FoldedScalar(0) }
    if contains(.letterCase), properties.isLetter, let simple = Unicode.Scalar(scalar) {
      let lower = simple.properties.lowercaseMapping.unicodeScalars
      if lower.count == 1, let only = lower.first { return FoldedScalar(only.value) }
    }
    return FoldedScalar(scalar)
  }

  /// Folds a scalar of the Arabic block; 0 where it is dropped.
  private func foldArabic(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x622, 0x623, 0x625, 0x671: contains(.hamza) ? 0x627 : scalar
    case 0x624: contains(.hamza) ? 0x648 : scalar
    case 0x626: contains(.hamza) ? 0x64A : scalar
    case 0x649: contains(.alefMaqsura) ? 0x64A : scalar
    case 0x629: contains(.taMarbuta) ? 0x647 : scalar
    case 0x6CC, 0x6D2: contains(.persian) ? 0x64A : scalar
    case 0x6A9: contains(.persian) ? 0x643 : scalar
    case 0x67E: contains(.foreign) ? 0x628 : scalar
    case 0x686, 0x698: contains(.foreign) ? 0x62C : scalar
    case 0x6AF: contains(.foreign) ? 0x643 : scalar
    case 0x6A4: contains(.foreign) ? 0x641 : scalar
    case 0x6C1, 0x6D5: contains(.persian) ? 0x647 : scalar
    case 0x6C3: contains(.persian) ? (contains(.taMarbuta) ? 0x647 : 0x629) : scalar
    case 0x660...0x669: contains(.digits) ? scalar - 0x660 + 0x30 : scalar
    case 0x6F0...0x6F9: contains(.digits) ? scalar - 0x6F0 + 0x30 : scalar
    case 0x640: contains(.marks) ? 0 : scalar
    case 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8, 0x6EA...0x6ED:
      contains(.marks) ? 0 : scalar
    default: scalar
    }
  }

  /// The folded form of a string.
  ///
  /// - Complexity: O(*n*).
  package func fold(_ string: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in string.unicodeScalars {
      let result = fold(scalar.value)
      for value in [result.first, result.second] where value != 0 {
        if let scalar = Unicode.Scalar(value) { folded.append(scalar) }
      }
    }
    return String(folded)
  }
}
