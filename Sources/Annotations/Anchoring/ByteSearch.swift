import ArabicText

extension DecodedText {
  /// Where the bytes of `words` stand in `span`, in order, at most `limit` places; they may overlap.
  ///
  /// Method: Horspool, *Practical fast searching in strings* (1980).
  ///
  /// - Complexity: O(*n*) in the length of the span for words of a language, mostly a fraction of it.
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
      while end < span.upper.utf8, places.count < limit {
        let byte = bytes[end]
        if byte == last {
          let start = end - words.count + 1
          var index = 0
          while index < words.count - 1, bytes[start + index] == words[index] { index += 1 }
          if index == words.count - 1 { places.append(TextSpan(utf8: start..<end + 1)) }
        }
        end += shifts[Int(byte)]
      }
      return places
    }
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
