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
    let (text, charset) = Self.decoded(bytes)
    self.charset = charset
    byteOrderMark = Array(bytes.prefix(charset.byteOrderMarkLength))
    let first = text.first(where: \.isNewline)
    end = first == "\r\n" ? "\r\n" : first == "\r" ? "\r" : "\n"
    let texts = Self.lines(of: text)
    let stored = Self.lines(of: bytes.dropFirst(charset.byteOrderMarkLength), charset)
    // Ends that only Unicode has are not looked for among the bytes; these lines are written anew.
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

  /// The lines of `bytes`, each with its end: CR, LF, or both.
  private static func lines(of bytes: ArraySlice<UInt8>, _ charset: Charset) -> [ArraySlice<UInt8>]
  {
    guard let carriageReturn = CharsetEncoder.bytes(of: "\r", in: charset),
      let lineFeed = CharsetEncoder.bytes(of: "\n", in: charset)
    else { return [] }
    let unit = lineFeed.count
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var place = start
    while place + unit <= bytes.endIndex {
      let rest = bytes[place...]
      place += unit
      if rest.starts(with: carriageReturn) {
        if bytes[place...].starts(with: lineFeed) { place += unit }
      } else if !rest.starts(with: lineFeed) {
        continue
      }
      lines.append(bytes[start..<place])
      start = place
    }
    if start < bytes.endIndex { lines.append(bytes[start...]) }
    return lines
  }
}
