import ArabicText
import EntityModel

/// The signs of a PDF that its tables of letters have nothing for, and what they are.
///
/// LibreOffice draws the strokes by which it lengthens words to fill a line so: poppler takes them for gaps, or for
/// the letter of ASCII that has their number (KacstBook: 8). Qt, and so wkhtmltopdf, has none for لا, XeTeX none for
/// the shape that alef has behind lam, WeasyPrint none for a lam here and there. Here each of
/// them gets a letter of its own that no Arabic text has, before `pdftotext` reads the file; behind it, what makes
/// the likeliest words of all that have the sign stands in its place: nothing, a space, a letter or lam and alef.
struct PDFUnnamed {
  /// What stands for the signs: letters of African languages.
  static let marks: ClosedRange<UInt32> = 0x750...0x77F

  /// What each sign is where it is none between Arabic letters: what has its number in ASCII.
  private var plain: [Unicode.Scalar?] = []
  /// The signs of tables that have shapes of letters, which are no single letter: each of those has its own.
  private(set) var ofShapes: Set<Unicode.Scalar> = []
  /// Whether the tables tell the letters of clusters, see ``PDFClusters``.
  var areOfClusters = false
  /// Whether the file has letters that ``marks`` are.
  private(set) var areMarksTaken = false

  /// Whether there is no such sign.
  var isEmpty: Bool { plain.isEmpty }

  /// How many signs are named behind the last that a table has letters for: the last of a font may be one.
  private static let extra = 2
  /// The share of the signs up to the last one of a font that has letters: tables that tell a few of all the signs
  /// of a font say nothing of the others.
  private static let leastShare = 0.6

  /// `table` with a letter for each sign that it has none for.
  ///
  /// `nil` where there is none, and where it is no table of Arabic letters. Which signs are there, `shown` tells for the
  /// fonts of these names; without it a table counts whose signs are numbered one by one.
  ///
  /// - Complexity: O(*n*).
  mutating func named(
    _ table: [UInt8], shown: (names: Set<String>, signs: PDFShownSigns)? = nil
  ) -> [UInt8]? {
    let letters = PDFLetterTable(table)
    if letters.hasMarks { areMarksTaken = true }
    guard letters.isArabic, letters.digits == 2 || letters.digits == 4,
      let end = table.withUnsafeBufferPointer({ PDFStreams.find("endcmap", in: $0, from: 0) })
    else { return nil }
    let codes = shown.map { shown in
      shown.names.reduce(into: Set<Int>()) {
        $0.formUnion(shown.signs.codes(of: $1, digits: letters.digits))
      }
    }
    let missing =
      codes.flatMap { Self.missing(among: $0, letters) } ?? Self.missing(in: letters)
    guard !missing.isEmpty, plain.count + missing.count <= Self.marks.count else { return nil }
    var entries = "\(missing.count) beginbfchar\n"
    for code in missing {
      let mark = Int(Self.marks.lowerBound) + plain.count
      entries += "<\(Self.digits(code, letters.digits))> <\(Self.digits(mark, 4))>\n"
      let isASCII = letters.digits == 2 && (0x21...0x7E).contains(code)
      plain.append(isASCII ? Unicode.Scalar(UInt8(code)) : nil)
      if letters.hasShapes, let mark = Unicode.Scalar(UInt32(mark)) { ofShapes.insert(mark) }
    }
    return table[..<end] + Array("\(entries)endbfchar\n".utf8) + table[end...]
  }

  /// Which of the signs `codes` that a font shows have no letters; `nil` where they are not those of the font.
  private static func missing(among codes: Set<Int>, _ letters: PDFLetterTable) -> [Int]? {
    let missing = codes.subtracting(letters.codes).subtracting([0])
    return missing.count * 2 < codes.count ? missing.sorted() : nil
  }

  /// Which signs have no letters in a table of signs that are numbered one by one.
  private static func missing(in letters: PDFLetterTable) -> [Int] {
    guard let last = letters.codes.max(),
      Double(letters.codes.count) >= leastShare * Double(last)
    else { return [] }
    return (1...last + extra).filter {
      !letters.codes.contains($0) && (letters.digits == 4 || $0 < 256)
    }
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }

  /// What the sign is that `mark` stands for, where it is none between Arabic letters.
  func plain(_ mark: Unicode.Scalar) -> Unicode.Scalar? {
    let index = Int(mark.value) - Int(Self.marks.lowerBound)
    return plain.indices.contains(index) ? plain[index] : nil
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool { marks.contains(scalar.value) }
}
