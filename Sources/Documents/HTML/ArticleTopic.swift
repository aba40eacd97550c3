/// The words of a page's title and summary, by which its article is known.
struct ArticleTopic: Sendable {
  private var numbers: [[UInt8]: Int] = [:]

  /// The topic that these texts tell; of many words the first 64.
  init(_ texts: [String]) {
    for text in texts {
      for word in Self.words(of: Array(text.utf8)) where numbers.count < 64 {
        if numbers[word] == nil { numbers[word] = numbers.count }
      }
    }
  }

  /// How many words it has.
  var count: Int { numbers.count }

  /// The words of it that stand in `text`, a bit each.
  func words(in text: [UInt8]) -> UInt64 {
    guard !numbers.isEmpty else { return 0 }
    return Self.words(of: text).reduce(0) { set, word in
      numbers[word].map { set | 1 << UInt64($0) } ?? set
    }
  }

  /// The share of it that `words` are, 0 to 1; 0 where it has too few words to tell.
  func share(_ words: UInt64) -> Double {
    count < 3 ? 0 : Double(words.nonzeroBitCount) / Double(count)
  }

  /// The words of a text in UTF-8, letters and digits, of three letters or more in Arabic.
  static func words(of text: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var index = 0
    func end() {
      if word.count >= 4 { words.append(word) }
      word.removeAll(keepingCapacity: true)
    }
    while index < text.count {
      let byte = text[index]
      let next = index + 1 < text.count ? text[index + 1] : 0
      switch (byte, next) {
      case (0x00..<0x30, _), (0x3A..<0x41, _), (0x5B..<0x61, _), (0x7B..<0x80, _): end()
      // U+060C, U+061B, U+061F; Latin-1's signs; U+2000 to U+206F.
      case (0xD8, 0x8C), (0xD8, 0x9B), (0xD8, 0x9F), (0xC2, _):
        end()
        index += 1
      case (0xE2, 0x80), (0xE2, 0x81):
        end()
        index += 2
      default: word.append(byte)
      }
      index += 1
    }
    end()
    return words
  }

  /// How alike two texts are: the share of different words that they have in common, of the one that has
  /// more; 0 to 1.
  static func likeness(_ one: [UInt8], _ other: [UInt8]) -> Double {
    let (one, other) = (Set(words(of: one)), Set(words(of: other)))
    let most = max(one.count, other.count)
    return most == 0 ? 0 : Double(one.intersection(other).count) / Double(most)
  }
}
