import ArabicText

extension DecodedText {
  /// Where the bytes of `words` stand in `span`, in order, at most `limit` places; they may overlap.
  ///
  /// Method: Horspool, *Practical fast searching in strings* (1980), which compares little in words of
  /// a language; where it compares much, as in a text of one letter, Knuth, Morris and Pratt, *Fast
  /// pattern matching in strings* (1977), goes on.
  ///
  /// - Complexity: O(*n* + *m*) in the lengths of the span and the words, mostly a fraction of it.
  package func places(of words: some Collection<UInt8>, in span: TextSpan, limit: Int) -> [TextSpan]
  {
    let words = Array(words)
    guard let last = words.last, span.utf8Count >= words.count else { return [] }
    // How far the next place may be, by the byte under the end of the words.
    var shifts = [Int](repeating: words.count, count: 256)
    for (index, byte) in words.dropLast().enumerated() {
      shifts[Int(byte)] = words.count - 1 - index
    }
    return withUTF8 { bytes in
      var places: [TextSpan] = []
      var end = span.lower.utf8 + words.count - 1
      var budget = 2 * span.utf8Count
      while end < span.upper.utf8, places.count < limit {
        let byte = bytes[end]
        if byte == last {
          let start = end - words.count + 1
          guard budget >= 0 else {
            let rest = bytes[start..<span.upper.utf8]
            return places + Self.places(of: words, in: rest, limit: limit - places.count)
          }
          var index = 0
          while index < words.count - 1, bytes[start + index] == words[index] { index += 1 }
          budget -= index
          if index == words.count - 1 { places.append(TextSpan(utf8: start..<end + 1)) }
        }
        end += shifts[Int(byte)]
      }
      return places
    }
  }

  /// As above, without comparing a byte of the text that was equal again.
  private static func places(
    of words: [UInt8], in bytes: Slice<UnsafeBufferPointer<UInt8>>, limit: Int
  ) -> [TextSpan] {
    // How many of the first bytes of the words stand before the end of so many of them, too.
    var borders = [0, 0]
    var border = 0
    for byte in words.dropFirst() {
      while border > 0, words[border] != byte { border = borders[border] }
      if words[border] == byte { border += 1 }
      borders.append(border)
    }
    var places: [TextSpan] = []
    var equal = 0
    for index in bytes.indices where places.count < limit {
      while equal == words.count || equal > 0 && words[equal] != bytes[index] {
        equal = borders[equal]
      }
      if words[equal] == bytes[index] { equal += 1 }
      if equal == words.count {
        places.append(TextSpan(utf8: index + 1 - words.count..<index + 1))
      }
    }
    return places
  }

  /// How many scalars of `words`, counted from their end, stand directly before `offset`.
  func common(suffixOf words: String.UTF8View, before offset: TextOffset) -> Int {
    withUTF8 { bytes in
      var position = offset.utf8
      var scalars = 0
      for byte in words.reversed() {
        position -= 1
        guard position >= 0, bytes[position] == byte else { break }
        if byte & 0xC0 != 0x80 { scalars += 1 }
      }
      return scalars
    }
  }

  /// How many scalars of `words`, counted from their start, stand directly after `offset`.
  func common(prefixOf words: String.UTF8View, after offset: TextOffset) -> Int {
    withUTF8 { bytes in
      var position = offset.utf8
      var begun = 0
      for byte in words {
        guard position < bytes.count, bytes[position] == byte else {
          // The scalar that has begun is not whole.
          return byte & 0xC0 == 0x80 ? begun - 1 : begun
        }
        if byte & 0xC0 != 0x80 { begun += 1 }
        position += 1
      }
      return begun
    }
  }
}
