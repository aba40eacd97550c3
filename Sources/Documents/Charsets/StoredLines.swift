/// The lines of a text file that a program changes beside its user: those that stay keep their bytes.
package struct StoredLines: Hashable, Sendable {
  private struct Line: Hashable, Sendable {
    let text: String
    /// The line in the file, with its end; `nil` where it is not in the file as yet.
    let bytes: [UInt8]?
  }

  private var lines: [Line]
  private let charset: Charset
  private let byteOrderMark: [UInt8]
  /// What new lines end in.
  private let end: String

  /// The lines of a file that has `bytes`, in the charset that they tell.
  ///
  /// - Complexity: O(*n*).
  package init(_ bytes: [UInt8]) {
    let (whole, charset) = Self.decoded(bytes)
    // Half a letter at the end is none, and new lines behind it would be none either.
    let half = (bytes.count - charset.byteOrderMarkLength) % charset.unitLength
    let bytes = bytes.dropLast(half)
    let text = half == 0 ? whole : Self.decoded(Array(bytes)).text
    self.charset = charset
    byteOrderMark = Array(bytes.prefix(charset.byteOrderMarkLength))
    let first = text.first(where: \.isNewline)
    end = first == "\r\n" ? "\r\n" : first == "\r" ? "\r" : "\n"
    let texts = Self.lines(of: text)
    let stored = Self.lines(of: bytes.dropFirst(charset.byteOrderMarkLength), charset)
    // Where bytes and text are divided at different places, all lines are written anew.
    lines =
      texts.count == stored.count
      ? zip(texts, stored).map { Line(text: $0, bytes: Array($1)) }
      : texts.map { Line(text: $0, bytes: nil) }
    if let last = lines.last, let open = last.bytes, text.last?.isNewline == false,
      let end = CharsetEncoder.bytes(of: end, in: charset)
    {
      lines[lines.count - 1] = Line(text: last.text, bytes: open + end)
    }
  }

  /// The text of a file that has `bytes`, in the charset that they tell.
  ///
  /// - Complexity: O(*n*).
  package static func text(of bytes: [UInt8]) -> String { decoded(bytes).text }

  /// The lines, without their ends.
  package var texts: [String] { lines.map(\.text) }

  /// Puts a line at the end.
  package mutating func append(_ text: String) { lines.append(Line(text: text, bytes: nil)) }

  /// Gives the line `index` another text.
  package mutating func replace(_ index: Int, with text: String) {
    lines[index] = Line(text: text, bytes: nil)
  }

  /// Removes the lines whose text `isGone` names.
  ///
  /// - Returns: how many these were.
  @discardableResult package mutating func removeAll(where isGone: (String) -> Bool) -> Int {
    let before = lines.count
    lines.removeAll { isGone($0.text) }
    return before - lines.count
  }

  /// What the file has to hold now: lines that stay as they were, new ones in their charset.
  ///
  /// The whole file becomes UTF-8 where its charset has no place for a letter of a new line, where nobody
  /// can write it, and where the bytes would be taken for another charset.
  ///
  /// - Complexity: O(*n*).
  package var bytes: [UInt8] {
    if let bytes = bytesInCharset, Self.lines(of: Self.text(of: bytes)) == texts { return bytes }
    return Array(texts.map { $0 + end }.joined().utf8)
  }

  private var bytesInCharset: [UInt8]? {
    guard let end = CharsetEncoder.bytes(of: end, in: charset) else { return nil }
    var result = byteOrderMark
    for line in lines {
      if let stored = line.bytes {
        result += stored
      } else if let new = CharsetEncoder.bytes(of: line.text, in: charset) {
        result += new + end
      } else {
        return nil
      }
    }
    return result
  }

  private static func decoded(_ bytes: [UInt8]) -> (text: String, charset: Charset) {
    do throws(DocumentError) {
      return try bytes.withUnsafeBufferPointer { bytes throws(DocumentError) in
        var charset = try DocumentLoader.charset(of: bytes, "", nil)
        // Single words look like either order, and no program writes lists as they are seen.
        if charset.isVisual { charset = Charset(charset.storedName) }
        let text = UnsafeBufferPointer(rebasing: bytes.dropFirst(charset.byteOrderMarkLength))
        guard !charset.isUTF8 else { return (String(decoding: text, as: UTF8.self), charset) }
        let converted = try CharsetConverter.convert(text, from: charset)
        return (String(decoding: converted.copied(), as: UTF8.self), charset)
      }
    } catch {
      // Nothing, or no text: then it has no lines that can be used.
      return (String(decoding: bytes, as: UTF8.self), .utf8)
    }
  }

  private static func lines(of text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if lines.last == "" { lines.removeLast() }
    return lines.map(String.init)
  }

  /// The signs that end a line, as `Character.isNewline` has them, but for CR and LF together.
  private static let ends = ["\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"]

  /// The lines of `bytes`, each with its end.
  private static func lines(of bytes: ArraySlice<UInt8>, _ charset: Charset) -> [ArraySlice<UInt8>]
  {
    // Of those that a charset has.
    let ends = Self.ends.compactMap { CharsetEncoder.bytes(of: $0, in: charset) }
    guard ends.count > 1, ends[0].count == ends[1].count else { return [] }
    let unit = ends[0].count
    let first = Set(ends.compactMap(\.first))
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var place = start
    while place + unit <= bytes.endIndex {
      guard first.contains(bytes[place]),
        let end = ends.first(where: { bytes[place...].starts(with: $0) })
      else {
        place += unit
        continue
      }
      place += end.count
      if end == ends[1], bytes[place...].starts(with: ends[0]) { place += unit }
      lines.append(bytes[start..<place])
      start = place
    }
    if start < bytes.endIndex { lines.append(bytes[start...]) }
    return lines
  }
}
