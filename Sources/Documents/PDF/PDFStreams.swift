import Glibc

/// The streams of a PDF (ISO 32000-1, 7.3.8) that may hold letters, as they follow each other in the file.
///
/// They are found by their keywords alone: neither objects nor pages are read.
struct PDFStreams {
  /// A stream of the file.
  struct Stream {
    /// The number of its object.
    var number: Int
    /// Where its dictionary stands.
    var dictionary: Range<Int>
    /// Where its bytes stand, packed or not.
    var body: Range<Int>
  }

  let bytes: UnsafeBufferPointer<UInt8>

  /// What of one stream is unpacked at most, in bytes, and how long its dictionary may be.
  private static let longest = 8 << 20
  static let longestDictionary = 2048
  /// What dictionaries of other streams hold: pictures, fonts, objects, and those that are packed in more ways.
  private static let others = [
    "endobj", "stream", "/Image", "/Length1", "/FontFile", "/XRef", "/DecodeParms", "/Type1C",
  ]

  /// The next stream that begins behind `place`, which moves to its end, one of objects that are packed together or
  /// another one; `nil` where there is none.
  ///
  /// - Complexity: O(*n*) in what lies between.
  func next(_ place: inout Int, ofObjects: Bool = false) -> Stream? {
    while let keyword = Self.find("stream", in: bytes, from: place) {
      let head = max(place, keyword - Self.longestDictionary)..<keyword
      place = keyword + 6
      guard let (number, dictionary) = object(in: head), let first = body(from: place),
        has("/ObjStm", dictionary) == ofObjects
      else { continue }
      guard let end = Self.find("endstream", in: bytes, from: first) else { return nil }
      place = end + 9
      return Stream(number: number, dictionary: dictionary, body: first..<end)
    }
    return nil
  }

  /// The number of the object that begins last in `head`, and its dictionary, where that may be one of letters.
  private func object(in head: Range<Int>) -> (number: Int, dictionary: Range<Int>)? {
    guard let (number, end) = Self.lastObject(in: bytes, head) else { return nil }
    let dictionary = end..<head.upperBound
    guard bytes[dictionary].contains(0x3C), !Self.others.contains(where: { has($0, dictionary) })
    else { return nil }
    return (number, dictionary)
  }

  /// The number of the object that begins last in `range`, and where its head ends.
  static func lastObject(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> (number: Int, end: Int)? {
    let opening = " 0 obj"
    guard
      let before = range.reversed().first(where: {
        bytes[$0] == 0x20 && bytes[$0..<range.upperBound].starts(with: opening.utf8)
      })
    else { return nil }
    let digits = bytes[range.lowerBound..<before].reversed().prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits.reversed(), as: UTF8.self))
      .map { ($0, before + opening.utf8.count) }
  }

  /// Where the bytes of a stream begin whose keyword ends at `place`.
  private func body(from place: Int) -> Int? {
    let first = place < bytes.count && bytes[place] == 0x0D ? place + 1 : place
    return first < bytes.count && bytes[first] == 0x0A ? first + 1 : nil
  }

  /// The number behind `key` in a dictionary.
  func number(_ key: String, in dictionary: Range<Int>) -> Int? {
    find(key, in: dictionary).flatMap { Self.number(in: bytes, at: $0 + key.utf8.count) }
  }

  /// The number that stands at `place`, behind spaces.
  static func number(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
    let digits = bytes[place...].prefix(32).drop { $0 <= 0x20 }.prefix {
      (0x30...0x39).contains($0)
    }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  static func has(_ word: String, _ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { find(word, in: $0, from: 0) } != nil
  }

  private func has(_ word: String, _ range: Range<Int>) -> Bool { find(word, in: range) != nil }

  private func find(_ word: String, in range: Range<Int>) -> Int? {
    Self.find(word, in: UnsafeBufferPointer(rebasing: bytes[range]), from: 0)
      .map { range.lowerBound + $0 }
  }

  /// What is in `stream`, where it is not packed, or packed by deflate alone.
  func content(of stream: Stream) -> [UInt8]? {
    let dictionary = bytes[stream.dictionary]
    guard let filter = find("/Filter", in: stream.dictionary) else {
      return Array(bytes[stream.body])
    }
    let names = dictionary[(filter + 7)...].drop { $0 <= 0x20 || $0 == 0x5B }
    let isAlone =
      bytes[filter + 7..<names.startIndex].contains(0x5B)
      ? names.dropFirst(12).first { $0 > 0x20 } == 0x5D : true
    guard names.starts(with: "/FlateDecode".utf8), isAlone, stream.body.count > 6 else {
      return nil
    }
    // The head of gzip in the place of that of zlib; the sums at the end are not looked at.
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    packed += bytes[stream.body].dropFirst(2)
    packed += [0, 0, 0, 0, 0, 0, 0, 0]
    return packed.withUnsafeBufferPointer { packed in
      guard let content = try? PackedFile.unpacked(packed, name: "", .init(total: Self.longest))
      else { return nil }
      return content.copied()
    }
  }

  /// The dictionary of `stream` for `length` bytes that are not packed.
  func dictionary(of stream: Stream, length: Int) -> [UInt8] {
    var result = Array(bytes[stream.dictionary])
    for key in ["/Filter", "/Length"] {
      guard let start = result.withUnsafeBufferPointer({ Self.find(key, in: $0, from: 0) }) else {
        continue
      }
      // A name, a list of one, a number or a reference: up to the next name or the end.
      let value = result[(start + key.utf8.count)...]
      let isList = value.first { $0 > 0x20 } == 0x5B
      let end =
        value.drop { $0 <= 0x20 || $0 == 0x5B }.dropFirst().firstIndex {
          isList ? $0 == 0x5D : $0 == 0x2F || $0 == 0x3E
        } ?? result.endIndex
      result.removeSubrange(start..<min(result.endIndex, isList ? end + 1 : end))
    }
    guard let open = result.firstIndex(of: 0x3C), result.dropFirst(open + 1).first == 0x3C else {
      return result
    }
    result.insert(contentsOf: " /Length \(length) ".utf8, at: open + 2)
    return result
  }

  /// Where `word` stands in `bytes` first, from `start` on.
  ///
  /// - Complexity: O(*n*).
  static func find(_ word: String, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var word = word
    return word.withUTF8 { word in
      guard let letters = word.baseAddress else { return nil }
      var place = start
      while place + word.count <= bytes.count,
        let found = memchr(base + place, Int32(letters[0]), bytes.count - word.count - place + 1)
      {
        place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        if memcmp(found, letters, word.count) == 0 { return place }
        place += 1
      }
      return nil
    }
  }
}
