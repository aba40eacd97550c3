import CAnalysisData
import Glibc

/// How well letters follow each other in Arabic, by the words of the built-in lists.
struct LetterModel: Sendable {
  /// The model of the lists that come with the program.
  static let builtIn = LetterModel(
    [
      rawi_list_titles(), rawi_list_class_nouns(), rawi_list_word_classes(), rawi_list_nominals(),
      rawi_list_cues(), rawi_list_phrases(), rawi_list_everyday_words(),
    ].flatMap { spelled(in: UnsafeBufferPointer(start: $0.bytes, count: $0.count)) })

  /// The end of a word, beside the letters 1 to 36.
  private static let edge: UInt8 = 0
  private static let codes = 37

  /// The logarithm of how likely the second letter is after the first.
  private let chances: [Float]
  private let words: Set<[UInt8]>

  /// The model of these words of letters by code.
  private init(_ list: [[UInt8]]) {
    words = Set(list)
    var counts = [Float](repeating: 0.3, count: Self.codes * Self.codes)
    for word in words {
      var last = Self.edge
      for code in word + [Self.edge] {
        counts[Int(last) * Self.codes + Int(code)] += 1
        last = code
      }
    }
    chances = (0..<Self.codes).flatMap { first in
      let row = counts[first * Self.codes..<(first + 1) * Self.codes]
      let sum = row.reduce(0, +)
      return row.map { log($0 / sum) }
    }
  }

  /// How likely a run of scalars from U+0080 on is.
  ///
  /// What other things cost is a judgement, made with words of the lists in each charset; it only has
  /// to exceed what a rare pair of letters costs.
  ///
  /// - Parameters:
  ///   - run: the scalars.
  ///   - besideLatin: whether an ASCII letter stands next to it, as in `café`.
  /// - Returns: a logarithm: the letters of Arabic words among it, less the more there is that does not
  ///   stand in them.
  func chance(of run: some Sequence<UInt16>, besideLatin: Bool) -> Float {
    var sum: Float = 0
    var (last, previous) = (Self.edge, UInt16(0))
    var word: [UInt8] = []
    var isWord = true
    func endWord() {
      if last != Self.edge { sum += chances[Int(last) * Self.codes] }
      if isWord, words.contains(word) { sum += 6 }
      (last, word, isWord) = (Self.edge, [], true)
    }
    for scalar in run {
      if let code = Self.code(of: scalar) {
        sum += chances[Int(last) * Self.codes + Int(code)] - (besideLatin ? 6 : 0)
        last = code
        word.append(code)
      } else {
        sum -= Self.cost(of: scalar, after: previous, besideLatin: besideLatin)
        if Self.partsWords(scalar) { endWord() } else { isWord = false }
      }
      previous = scalar
    }
    endWord()
    return sum
  }

  /// Whether `run` is a word of the lists.
  func isWord(_ run: some Sequence<UInt16>) -> Bool {
    let codes = run.map(Self.code(of:))
    return !codes.contains(nil) && words.contains(codes.compactMap(\.self))
  }

  /// How many letters of Arabic are in `run`.
  static func letters(in run: some Sequence<UInt16>) -> Int { run.count { code(of: $0) != nil } }

  /// Whether `scalar` stands between words: a blank or a mark of punctuation, which Mac Arabic has from 0x80 on, too.
  private static func partsWords(_ scalar: UInt16) -> Bool {
    switch scalar {
    case 0..<0x80, 0xA0, 0xAB, 0xBB, 0x060C, 0x061B, 0x061F, 0x2013...0x2026: true
    default: false
    }
  }

  private static func cost(of scalar: UInt16, after last: UInt16, besideLatin: Bool) -> Float {
    switch scalar {
    case 0x20: 1
    // Vowel signs and tatweel follow a letter.
    case 0x064B...0x0652, 0x0640: code(of: last) == nil ? 9 : 4
    // Comma, semicolon, question mark, quotation marks, dashes, no-break space.
    case 0x21..<0x80, 0x060C, 0x061B, 0x061F, 0xA0, 0xAB, 0xBB, 0x2013...0x2026: 3
    case 0x80..<0xA0, 0xFFFD: 14
    case 0xC0...0x24F: besideLatin ? 1 : 9
    default: 7
    }
  }

  /// The number of an Arabic letter from U+0621 to U+064A, from 1.
  private static func code(of scalar: UInt16) -> UInt8? {
    switch scalar {
    case 0x621...0x63A: UInt8(scalar - 0x620)
    case 0x641...0x64A: UInt8(scalar - 0x641 + 27)
    // The shapes of lam with alef count as lam.
    case 0xFEF5...0xFEFC: UInt8(0x644 - 0x641 + 27)
    default: nil
    }
  }

  /// The words of a list in UTF-8.
  private static func spelled(in list: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    var words: [[UInt8]] = [[]]
    var position = 0
    while position < list.count {
      let isPair = list[position] & 0xE0 == 0xC0 && position + 1 < list.count
      let scalar =
        isPair ? UInt16(list[position] & 0x1F) << 6 | UInt16(list[position + 1] & 0x3F) : 0
      if let code = code(of: scalar) {
        words[words.count - 1].append(code)
      } else if words.last?.isEmpty == false {
        words.append([])
      }
      position += isPair ? 2 : 1
    }
    return words.last?.isEmpty == true ? words.dropLast() : words
  }
}
