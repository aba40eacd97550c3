import ArabicText

/// The words of a PDF that are printed over others, as `pdftotext -bbox-layout` tells: letters of the one stand among
/// those of the other then, in what is seen and in what is read.
///
/// wkhtmltopdf prints numbers into the letters beside them, and running heads are laid over the text by pages that are
/// printed from a browser. No space is left between words that are kept apart: what they share is a part of their height.
struct PDFOverprints {
  /// How many words are printed over others.
  private(set) var count = 0
  /// The first of them, as it is read.
  private(set) var example = ""

  /// What two words share at least, as a share of the lower one's height, and how much of their heights is the same line:
  /// judgements, that letters reach below those of the word before by less.
  private static let (leastShared, leastHeight) = (0.25, 0.7)
  /// With how many words that begin behind it each is compared at most, and how many are counted.
  private static let (mostCompared, mostCounted) = (40, 1000)

  private struct Word {
    var left, top, right, bottom: Double
    var text: ArraySlice<UInt8>

    var height: Double { bottom - top }
  }

  /// Reads `output`, of which each element begins a line.
  ///
  /// - Complexity: O(*n* log *n*) in the words.
  init(_ output: [UInt8]) {
    var words: [Word] = []
    for row in output.split(separator: 0x0A) {
      let element = row.drop { $0 <= 0x20 }
      if element.starts(with: "</page".utf8) {
        compare(words)
        words = []
      } else if element.starts(with: "<word ".utf8), let word = Self.word(in: element) {
        words.append(word)
      }
    }
  }

  /// The word of `element`; `nil` where it is none of letters or numbers.
  private static func word(in element: ArraySlice<UInt8>) -> Word? {
    guard let box = PDFBoxes.box(of: element), box[0] < box[2], box[1] < box[3],
      let open = element.firstIndex(of: 0x3E), let close = element.lastIndex(of: 0x3C),
      open < close
    else { return nil }
    let text = element[(open + 1)..<close]
    guard isWord(text) else { return nil }
    return Word(left: box[0], top: box[1], right: box[2], bottom: box[3], text: text)
  }

  private mutating func compare(_ words: [Word]) {
    let words = words.sorted { $0.left < $1.left }
    for (index, word) in words.enumerated() where count < Self.mostCounted {
      for next in words[(index + 1)...].prefix(Self.mostCompared) {
        if next.left >= word.right { break }
        let height = min(word.height, next.height)
        let shared = min(word.right, next.right) - next.left
        let beside = min(word.bottom, next.bottom) - max(word.top, next.top)
        guard shared > Self.leastShared * height, beside > Self.leastHeight * height,
          [word, next].contains(where: { Self.hasLetter($0.text) })
        else { continue }
        if count == 0 { example = Self.read(word.text) + " " + Self.read(next.text) }
        count += 1
      }
    }
  }

  private static func scalars(_ text: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    Array(String(decoding: text, as: UTF8.self).unicodeScalars)
  }

  private static func isWord(_ text: ArraySlice<UInt8>) -> Bool {
    scalars(text).contains {
      !PDFLetters.isMark($0)
        && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
    }
  }

  private static func hasLetter(_ text: ArraySlice<UInt8>) -> Bool {
    scalars(text).contains { !PDFLetters.isMark($0) && $0.properties.isAlphabetic }
  }

  /// `text`, whose letters come from the left, as it is read.
  private static func read(_ text: ArraySlice<UInt8>) -> String {
    let scalars = scalars(text)
    let isTurned = scalars.contains { (0x590...0x8FF).contains($0.value) || $0.value >= 0xFB1D }
    let line = PDFLetters.line(isTurned ? scalars.reversed() : scalars)
    return String(String.UnicodeScalarView(line))
  }
}
