import ArabicText

/// What the spellings of a foreign name have in common: غوتيريش, غوتيريس and جوتيريش, تشافيز and شافيز.
///
/// Papers of different countries write g as غ, ج, ق or ك, ch as تش, ش or ج, t as ت or ط, and a final s as it is spoken
/// in the one language or the other.
enum ForeignSound {
  /// The letters that stand for one sound, each with the one that stands for all.
  private static let sounds: [UInt32: UInt32] = [
    Letters.ghayn: Letters.jeem, Letters.qaf: Letters.jeem, Letters.kaf: Letters.jeem,
    Letters.sheen: Letters.seen, Letters.saad: Letters.seen, Letters.tah: Letters.taa,
    Letters.thaa: Letters.taa,
  ]

  /// What other spellings of a surname may share: its consonants, if they are `fewest` or more, or else all letters.
  ///
  /// ج is a g in one country (جوتيريش) and a ch in another (عراقجي).
  ///
  /// - Complexity: O(*n*) in the letters.
  static func keys(of surname: some StringProtocol, fewest: Int) -> [String] {
    let letters = letters(of: surname)
    guard letters.count > fewest else { return [] }
    let consonants = letters.filter { !EntityJoiner.longVowels.contains($0) }
    // The vowels tell short names apart.
    let common = consonants.count < fewest ? letters : consonants
    let soft = common.map { $0 == Letters.jeem ? Letters.sheen : $0 }
    return soft == common ? [key(common)] : [key(common), key(soft)]
  }

  /// Whether two given names are spellings of one: أنطونيو, أنتونيو.
  static func areAlike(_ left: some StringProtocol, _ right: some StringProtocol) -> Bool {
    key(letters(of: left)) == key(letters(of: right))
  }

  /// The folded letters, ch as one.
  private static func letters(of word: some StringProtocol) -> [UInt32] {
    var letters: [UInt32] = []
    for scalar in Folding.search.fold(String(word)).unicodeScalars.lazy.map(\.value) {
      if scalar == Letters.sheen, letters.last == Letters.taa { letters.removeLast() }
      letters.append(scalar)
    }
    return letters
  }

  private static func key(_ letters: [UInt32]) -> String {
    var key = String.UnicodeScalarView()
    for letter in letters {
      if let scalar = Unicode.Scalar(sounds[letter] ?? letter) { key.append(scalar) }
    }
    return String(key)
  }
}
