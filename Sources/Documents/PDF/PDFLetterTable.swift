/// Which signs of a font a table of letters (`ToUnicode`, ISO 32000-1, 9.10.3) has letters for.
struct PDFLetterTable {
  /// The numbers of the signs.
  private(set) var codes: Set<Int> = []
  /// How many digits to base 16 a number has: 2 or 4; 0 where there is none.
  private(set) var digits = 0
  /// Whether letters of Arabic are among them.
  private(set) var isArabic = false
  /// How many shapes of letters (U+FE80 to U+FEF4) are among them.
  private var shapeCount = 0
  /// Whether shapes of letters stand for signs, as in files of Qt.
  var hasShapes: Bool { shapeCount >= Self.leastShapes }
  /// Whether letters are among them that stand for signs without any, see ``PDFUnnamed``.
  private(set) var hasMarks = false

  /// So many shapes are not there by chance: a judgement.
  private static let leastShapes = 5
  /// The most signs of a font that are looked at.
  private static let most = 4096

  /// Reads `content`, what is between the words that open and close the lists of a table.
  ///
  /// - Complexity: O(*n*).
  init(_ content: [UInt8]) {
    /// Where the numbers of a list stand: each before its letters, or two before theirs.
    var (step, place, first, isList) = (0, 0, 0, false)
    var rest = content[...]
    while let byte = rest.first {
      switch byte {
      case 0x3C:
        let text = rest.dropFirst().prefix { Self.value($0) != nil }
        rest = rest[text.endIndex...].dropFirst()
        guard step > 0 else { continue }
        if place == step {
          add(letters: text)
          // WeasyPrint gives a sign without letters none in words.
          if text.isEmpty, !isList { codes.remove(first) }
          if !isList { place = 0 }
        } else {
          let number = text.prefix(4).reduce(0) { $0 << 4 + (Self.value($1) ?? 0) }
          if place == 0 { first = number }
          digits = max(digits, text.count)
          place += 1
          if place == step, number >= first, number - first < Self.most {
            codes.formUnion(first...number)
          }
        }
      case 0x5B:
        isList = true
        rest = rest.dropFirst()
      case 0x5D:
        (isList, place) = (false, 0)
        rest = rest.dropFirst()
      case 0x61...0x7A:
        let word = rest.prefix { (0x61...0x7A).contains($0) }
        if word.elementsEqual("beginbfchar".utf8) {
          (step, place) = (1, 0)
        } else if word.elementsEqual("beginbfrange".utf8) {
          (step, place) = (2, 0)
        } else if word.starts(with: "endbf".utf8) {
          (step, isList) = (0, false)
        }
        rest = rest[word.endIndex...]
      default: rest = rest.dropFirst()
      }
    }
  }

  private mutating func add(letters text: ArraySlice<UInt8>) {
    guard text.count >= 4 else { return }
    let letter = text.prefix(4).reduce(UInt32(0)) { $0 << 4 + UInt32(Self.value($1) ?? 0) }
    if (0xFE80...0xFEF4).contains(letter) { shapeCount += 1 }
    switch letter {
    case 0x620...0x6D3, 0xFB50...0xFDFF, 0xFE70...0xFEFC: isArabic = true
    case PDFUnnamed.marks: hasMarks = true
    default: break
    }
  }

  /// The value of a digit of a number to base 16.
  static func value(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46: Int(byte) - 0x37
    case 0x61...0x66: Int(byte) - 0x57
    default: nil
    }
  }
}
